package io.daybreak.simulators.shopify.admin;

import io.daybreak.simulators.shopify.order.LineItem;
import io.daybreak.simulators.shopify.order.Order;
import io.daybreak.simulators.shopify.order.Refund;
import java.util.List;
import java.util.Map;

/** How much of a line a refund gave back. */
record RefundedLine(LineItem line, int pieces) {

  static List<RefundedLine> of(Order order, Refund refund) {
    return order.lines().stream()
        .filter(line -> refund.pieces().containsKey(line.id()))
        .map(line -> new RefundedLine(line, refund.pieces().getOrDefault(line.id(), 0)))
        .toList();
  }

  Map<String, Object> node() {
    return Map.of("lineItem", OrderNode.line(line), "quantity", pieces);
  }
}
