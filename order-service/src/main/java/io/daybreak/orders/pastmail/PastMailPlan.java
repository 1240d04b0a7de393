package io.daybreak.orders.pastmail;

import io.daybreak.orders.reviewmail.PastOrders;
import io.daybreak.orders.reviewmail.SkipReason;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which mails past orders get.
 *
 * @param orders past orders without a mail that were looked at
 * @param mails how many of them get one
 * @param skipped how many a rule speaks against, by reason
 * @param first when the first mail goes out, null if none does
 * @param last when the last one does
 * @param perDay most mails a day
 * @param plan to send back as the confirmation; null once it is confirmed
 */
record PastMailPlan(
    long orders,
    long mails,
    Map<SkipReason, Long> skipped,
    @Nullable Instant first,
    @Nullable Instant last,
    int perDay,
    @Nullable String plan) {

  /**
   * What a shop wishes.
   *
   * @param perDay most mails a day, 1 to 5,000
   * @param from orders placed at or after; null for all
   * @param to orders placed before; null for all
   */
  record Wish(
      @Min(1) @Max(5_000) int perDay, @Nullable OffsetDateTime from, @Nullable OffsetDateTime to) {

    @AssertTrue(message = "to has to be after from")
    boolean isInOrder() {
      return from == null || to == null || from.isBefore(to);
    }
  }

  static PastMailPlan of(PastOrders.Found found, int perDay, @Nullable String token) {
    return new PastMailPlan(
        found.orders(),
        found.mails(),
        found.skipped(),
        found.first(),
        found.last(),
        perDay,
        found.mails() == 0 ? null : token);
  }
}
