package io.daybreak.orders.reviewmail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order without the review mail it should have had, and what the rules say today.
 *
 * @param rowId where to go on from
 * @param orderId Shopify's
 * @param before what the history said: a reason, or null if the order had no line in it
 * @param dueAt when the mail goes out; null if it does not
 * @param stillSkipped why it does not, null if the event that it follows has not happened
 */
public record MissedMail(
    long rowId,
    String shop,
    String orderId,
    String orderName,
    @Nullable String before,
    @Nullable Instant dueAt,
    @Nullable SkipReason stillSkipped) {}
