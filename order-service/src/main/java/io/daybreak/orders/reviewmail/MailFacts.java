package io.daybreak.orders.reviewmail;

import io.daybreak.orders.shop.MailTrigger;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that decides whether and when an order gets its mail. */
record MailFacts(
    long shopId, long orderId, OrderFacts order, CustomerFacts customer, ShopRules rules) {

  /**
   * @param arrived false for an order of which only a part is known yet
   * @param deleted whether the merchant deleted it
   * @param reviewable whether any line of it can be reviewed
   * @param leftOut whether the shop leaves out its channel, tags or customer
   * @param fulfilledAt of the newest parcel that was not taken back, once everything was sent
   * @param deliveredAt of the parcel delivered last, once all were; where no carrier tells, the end
   *     of the shop's days for that, which may be to come
   */
  record OrderFacts(
      boolean arrived,
      boolean deleted,
      boolean test,
      boolean cancelled,
      boolean refunded,
      boolean erased,
      boolean reviewable,
      boolean leftOut,
      Instant orderedAt,
      @Nullable Instant paidAt,
      @Nullable Instant fulfilledAt,
      @Nullable Instant deliveredAt) {}

  /**
   * @param addressHash null if the order has no address
   * @param addressUsable whether a mail can be sent to the address
   * @param suppressed why the shop must not write to the address, null if it may
   * @param mailsAt when the shop's earlier mails to the address were claimed, newest first
   */
  record CustomerFacts(
      @Nullable String addressHash,
      boolean addressUsable,
      boolean acceptsMarketing,
      @Nullable SkipReason suppressed,
      List<Instant> mailsAt) {}

  /**
   * @param paused whether the shop's mails are held back, by a person or since the mail server
   *     refuses everybody
   */
  record ShopRules(
      MailTrigger trigger,
      int delayDays,
      @Nullable LocalTime sendTime,
      ZoneId timeZone,
      int mailsPer30Days,
      int daysBetween,
      int oldestOrderDays,
      boolean onlyWithConsent,
      boolean paused,
      boolean uninstalled) {}
}
