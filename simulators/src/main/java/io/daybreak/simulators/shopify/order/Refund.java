package io.daybreak.simulators.shopify.order;

import java.time.Instant;
import java.util.Map;

/**
 * Money given back.
 *
 * @param pieces refunded pieces by the id of the line
 * @param status of its payment, in lower case: {@code success}, {@code pending}, {@code error} or
 *     {@code failure}
 */
public record Refund(long id, Instant createdAt, Map<Long, Integer> pieces, String status) {

  public static final String SUCCESS = "success";

  /** Whether the money is with the customer. */
  public boolean paid() {
    return status.equals(SUCCESS);
  }

  Refund settled(String outcome) {
    return new Refund(id, createdAt, pieces, outcome);
  }
}
