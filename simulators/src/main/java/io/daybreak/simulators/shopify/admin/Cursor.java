package io.daybreak.simulators.shopify.admin;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;

/**
 * A place in a sorted list. It names the last item seen and not a number of items, so that paging
 * goes on correctly while items move.
 *
 * @param value what the list is sorted by
 * @param id decides among equal values
 */
record Cursor(long value, long id) implements Comparable<Cursor> {

  private static final Comparator<Cursor> ORDER =
      Comparator.comparingLong(Cursor::value).thenComparingLong(Cursor::id);

  String encode() {
    String json = new JsonObject().put("last_id", id).put("last_value", value).encode();
    return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws RefusedQueryException if the text is no cursor of this API
   */
  static Cursor decode(String text) {
    try {
      var json =
          new JsonObject(new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8));
      return new Cursor(json.getLong("last_value"), json.getLong("last_id"));
    } catch (RuntimeException garbled) {
      throw new RefusedQueryException("Invalid cursor for current pagination sort.", "BAD_REQUEST");
    }
  }

  @Override
  public int compareTo(Cursor other) {
    return ORDER.compare(this, other);
  }
}
