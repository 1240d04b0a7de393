package io.daybreak.orders.order;

import java.math.BigDecimal;
import java.time.Instant;

/** Money given back; Shopify never changes a refund. */
public record Refund(long shopifyId, BigDecimal amount, Instant createdAt) {}
