package io.daybreak.orders.order;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money given back.
 *
 * @param amount what was really paid back; zero while no payment of it has succeeded
 * @param currency ISO 4217; null for the shop's
 */
public record Refund(
    long shopifyId, BigDecimal amount, @Nullable String currency, Instant createdAt) {}
