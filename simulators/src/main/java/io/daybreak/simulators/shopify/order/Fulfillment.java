package io.daybreak.simulators.shopify.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parcel.
 *
 * @param number counts from 1 within the order: {@code #1001.1}
 * @param deliveredAt null until the carrier says so
 */
public record Fulfillment(
    long id, int number, Instant createdAt, Instant updatedAt, @Nullable Instant deliveredAt) {

  Fulfillment delivered(Instant at) {
    return new Fulfillment(id, number, createdAt, at, at);
  }
}
