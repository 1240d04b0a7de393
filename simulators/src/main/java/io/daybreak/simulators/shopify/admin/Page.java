package io.daybreak.simulators.shopify.admin;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A connection: one page of a sorted list, forwards only ({@code first}, {@code after}).
 *
 * @param place where an item stands in the list
 * @param node an item's fields
 */
record Page<T>(Function<T, Cursor> place, Function<T, Map<String, Object>> node) {

  private static final int MOST = 250;

  /**
   * @param arguments of the connection's field
   * @throws RefusedQueryException for arguments that Shopify refuses
   */
  Map<String, Object> of(List<T> all, Map<String, Object> arguments) {
    int size = size(arguments);
    boolean reverse = Boolean.TRUE.equals(arguments.get("reverse"));
    Comparator<Cursor> order = reverse ? Comparator.reverseOrder() : Comparator.naturalOrder();
    @Nullable Object after = arguments.get("after");
    @Nullable Cursor from = after == null ? null : Cursor.decode(after.toString());
    List<T> rest =
        all.stream()
            .filter(item -> from == null || order.compare(place.apply(item), from) > 0)
            .sorted(Comparator.comparing(place, order))
            .toList();
    return connection(rest.stream().limit(size).toList(), rest.size() > size, from != null);
  }

  static int size(Map<String, Object> arguments) {
    if (!(arguments.get("first") instanceof Integer first)) {
      throw new RefusedQueryException("you must provide one of first or last", "BAD_REQUEST");
    }
    if (first < 1 || first > MOST) {
      throw new RefusedQueryException("first must be between 1 and " + MOST, "BAD_REQUEST");
    }
    return first;
  }

  private Map<String, Object> connection(List<T> items, boolean more, boolean before) {
    var edges =
        items.stream()
            .map(
                item ->
                    Map.<String, Object>of(
                        "cursor", place.apply(item).encode(), "node", node.apply(item)))
            .toList();
    var pageInfo = new HashMap<String, @Nullable Object>();
    pageInfo.put("hasNextPage", more);
    pageInfo.put("hasPreviousPage", before);
    pageInfo.put("startCursor", edges.isEmpty() ? null : edges.get(0).get("cursor"));
    pageInfo.put("endCursor", edges.isEmpty() ? null : edges.get(edges.size() - 1).get("cursor"));
    return Map.of(
        "edges", edges,
        "nodes", edges.stream().map(edge -> edge.get("node")).toList(),
        "pageInfo", pageInfo);
  }
}
