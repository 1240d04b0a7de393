package io.daybreak.orders.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Some of the orders asked for.
 *
 * @param next cursor of the next page, null after the last one
 */
record OrderPage(List<OrderNode> orders, @Nullable String next) {

  static OrderPage read(JsonNode connection) {
    JsonNode info = connection.path("pageInfo");
    return new OrderPage(
        StreamSupport.stream(connection.path("nodes").spliterator(), false)
            .map(OrderNode::read)
            .toList(),
        info.path("hasNextPage").asBoolean() ? info.path("endCursor").asText() : null);
  }
}
