package io.daybreak.simulators.shopify.order;

import java.time.Instant;
import java.util.List;

/**
 * One event in the life of an order.
 *
 * @param at when it happened, exactly; the order itself knows whole seconds only
 * @param order the order afterwards
 * @param notices what is told about it; they share one event id and have a webhook id each
 */
public record Change(Instant at, Order order, List<Notice> notices) {

  public Change {
    notices = List.copyOf(notices);
  }
}
