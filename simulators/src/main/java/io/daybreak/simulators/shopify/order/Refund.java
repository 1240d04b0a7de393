package io.daybreak.simulators.shopify.order;

import java.time.Instant;
import java.util.Map;

/**
 * Money given back.
 *
 * @param pieces refunded pieces by the id of the line
 */
public record Refund(long id, Instant createdAt, Map<Long, Integer> pieces) {}
