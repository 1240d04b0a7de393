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
   * @param fulfilledAt of the newest parcel that was not taken back
   * @param deliveredAt of the parcel delivered last
   */
  record OrderFacts(
      boolean arrived,
      boolean test,
      boolean cancelled,
      boolean refunded,
      boolean erased,
      Instant orderedAt,
      @Nullable Instant paidAt,
      @Nullable Instant fulfilledAt,
      @Nullable Instant deliveredAt) {}

  /**
   * @param addressHash null if the order has no address
   * @param mailsAt when the shop's earlier mails to the address were claimed, newest first
   */
  record CustomerFacts(
      @Nullable String addressHash,
      boolean acceptsMarketing,
      boolean unsubscribed,
      List<Instant> mailsAt) {}

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
