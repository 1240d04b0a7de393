package io.daybreak.imports.telling;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message to a channel.
 *
 * @param failed sets that began to fail
 * @param well sets that are well again
 */
record RunNotice(UUID id, String channelId, List<Told> failed, List<Told> well) {

  /**
   * A set as it was.
   *
   * @param account its ad account's name
   * @param code why its newest run failed; null of one that is well
   */
  record Told(
      UUID id, String format, String customerId, @Nullable String account, @Nullable String code) {

    private static Told of(JsonObject json) {
      return new Told(
          UUID.fromString(json.getString("id")),
          json.getString("format"),
          json.getString("customerId"),
          json.getString("account"),
          json.getString("code"));
    }
  }

  RunNotice {
    failed = List.copyOf(failed);
    well = List.copyOf(well);
  }

  static RunNotice of(Row row) {
    return new RunNotice(
        row.getUUID("id"),
        row.getString("channel_id"),
        told(row.getJsonArray("failed")),
        told(row.getJsonArray("well")));
  }

  private static List<Told> told(JsonArray json) {
    return json.stream().map(JsonObject.class::cast).map(Told::of).toList();
  }
}
