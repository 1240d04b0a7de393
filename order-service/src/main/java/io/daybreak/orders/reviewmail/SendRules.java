package io.daybreak.orders.reviewmail;

import io.daybreak.orders.reviewmail.MailFacts.OrderFacts;
import io.daybreak.orders.reviewmail.MailFacts.ShopRules;
import io.daybreak.orders.shop.MailTrigger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The guards and the date of a review mail, from facts alone. The guards are asked twice: when the
 * mail is planned, and in the transaction that claims it.
 */
final class SendRules {

  private static final Duration CAP_WINDOW = Duration.ofDays(30);

  private SendRules() {}

  /** What the facts ask for. */
  sealed interface Plan {

    /** Only a part of the order is known. */
    record Unknown() implements Plan {}

    /** The event that the mail follows has not happened. */
    record NotYet(WaitReason waitsFor) implements Plan {}

    /**
     * @param triggerAt the event's moment
     * @param dueAt the moment to send at
     */
    record Send(Instant triggerAt, Instant dueAt) implements Plan {}

    /**
     * @param triggerAt the event's moment, null if it has not happened
     */
    record Skip(@Nullable Instant triggerAt, SkipReason reason) implements Plan {}
  }

  /**
   * Plans the request. What ends an order ends its mail at once, whether or not it has its date.
   */
  static Plan plan(MailFacts facts, Instant now) {
    if (!facts.order().arrived()) {
      return new Plan.Unknown();
    }
    Instant triggerAt = triggerAt(facts.order(), facts.rules());
    Optional<SkipReason> ended = ended(facts.order());
    if (ended.isPresent()) {
      return new Plan.Skip(triggerAt, ended.get());
    }
    if (triggerAt == null) {
      return new Plan.NotYet(waitsFor(facts.rules().trigger()));
    }
    Instant dueAt = dueAt(triggerAt, facts.rules(), now);
    return guard(facts, dueAt.isBefore(now) ? now : dueAt)
        .<Plan>map(reason -> new Plan.Skip(triggerAt, reason))
        .orElseGet(() -> new Plan.Send(triggerAt, dueAt));
  }

  /**
   * The first reason not to send a mail at a moment; the pause is not one, since it only holds
   * mails back.
   */
  static Optional<SkipReason> guard(MailFacts facts, Instant at) {
    return ended(facts.order())
        .or(() -> unwanted(facts))
        .or(() -> leftOut(facts.order()))
        .or(() -> tooOld(facts, at))
        .or(() -> capped(facts.customer().mailsAt(), facts.rules(), at));
  }

  /**
   * Whether a shop's mails may go out at a moment: it is not paused, and where it has a time of day
   * to send at, that was no longer ago than {@code window}. Nobody gets mail at night because
   * something was late.
   */
  static boolean mayGoNow(ShopRules rules, Instant now, Duration window) {
    if (rules.paused()) {
      return false;
    }
    if (rules.sendTime() == null) {
      return true;
    }
    long sinceSendTime =
        Math.floorMod(
            now.atZone(rules.timeZone()).toLocalTime().toNanoOfDay()
                - rules.sendTime().toNanoOfDay(),
            Duration.ofDays(1).toNanos());
    return sinceSendTime < window.toNanos();
  }

  /**
   * Days after a moment, at the shop's time of day. A date that has passed moves to the next such
   * time, so that nobody gets mail at night because something was late.
   */
  static Instant dueAt(
      Instant from, int days, @Nullable LocalTime sendTime, ZoneId zone, Instant now) {
    Instant earliest = from.atZone(zone).plusDays(days).toInstant();
    if (sendTime == null) {
      return earliest;
    }
    ZonedDateTime start = (earliest.isBefore(now) ? now : earliest).atZone(zone);
    ZonedDateTime today = start.toLocalDate().atTime(sendTime).atZone(zone);
    ZonedDateTime due =
        today.isBefore(start)
            ? start.toLocalDate().plusDays(1).atTime(sendTime).atZone(zone)
            : today;
    return due.toInstant();
  }

  private static Instant dueAt(Instant triggerAt, ShopRules rules, Instant now) {
    return dueAt(triggerAt, rules.delayDays(), rules.sendTime(), rules.timeZone(), now);
  }

  private static @Nullable Instant triggerAt(OrderFacts order, ShopRules rules) {
    return switch (rules.trigger()) {
      case CREATED -> order.orderedAt();
      case PAID -> order.paidAt();
      case FULFILLED -> order.fulfilledAt();
      case DELIVERED -> order.deliveredAt();
    };
  }

  private static WaitReason waitsFor(MailTrigger trigger) {
    return switch (trigger) {
      case CREATED, PAID -> WaitReason.PAYMENT;
      case FULFILLED -> WaitReason.SHIPMENT;
      case DELIVERED -> WaitReason.DELIVERY;
    };
  }

  private static Optional<SkipReason> ended(OrderFacts order) {
    if (order.deleted()) {
      return Optional.of(SkipReason.ORDER_DELETED);
    }
    if (order.test()) {
      return Optional.of(SkipReason.TEST_ORDER);
    }
    if (order.cancelled()) {
      return Optional.of(SkipReason.CANCELLED);
    }
    if (order.refunded()) {
      return Optional.of(SkipReason.REFUNDED);
    }
    return order.erased() ? Optional.of(SkipReason.CUSTOMER_ERASED) : Optional.empty();
  }

  private static Optional<SkipReason> unwanted(MailFacts facts) {
    if (facts.rules().uninstalled()) {
      return Optional.of(SkipReason.SHOP_UNINSTALLED);
    }
    if (facts.customer().addressHash() == null) {
      return Optional.of(SkipReason.NO_ADDRESS);
    }
    if (!facts.customer().addressUsable()) {
      return Optional.of(SkipReason.ADDRESS_INVALID);
    }
    if (facts.customer().suppressed() != null) {
      return Optional.of(facts.customer().suppressed());
    }
    if (facts.rules().onlyWithConsent() && !facts.customer().acceptsMarketing()) {
      return Optional.of(SkipReason.NO_CONSENT);
    }
    return facts.order().reviewable()
        ? Optional.empty()
        : Optional.of(SkipReason.NOTHING_TO_REVIEW);
  }

  private static Optional<SkipReason> leftOut(OrderFacts order) {
    return order.leftOut() ? Optional.of(SkipReason.EXCLUDED) : Optional.empty();
  }

  /** Counted from what the mail follows: an order may wait long for its goods. */
  private static Optional<SkipReason> tooOld(MailFacts facts, Instant at) {
    Instant triggerAt = triggerAt(facts.order(), facts.rules());
    Instant from = triggerAt == null ? facts.order().orderedAt() : triggerAt;
    Duration age = Duration.between(from, at);
    return age.compareTo(Duration.ofDays(facts.rules().oldestOrderDays())) > 0
        ? Optional.of(SkipReason.TOO_OLD)
        : Optional.empty();
  }

  private static Optional<SkipReason> capped(List<Instant> mailsAt, ShopRules rules, Instant at) {
    long recent = mailsAt.stream().filter(at.minus(CAP_WINDOW)::isBefore).count();
    if (recent >= rules.mailsPer30Days()) {
      return Optional.of(SkipReason.TOO_MANY_MAILS);
    }
    Instant gapStart = at.minus(Duration.ofDays(rules.daysBetween()));
    return rules.daysBetween() > 0 && mailsAt.stream().anyMatch(gapStart::isBefore)
        ? Optional.of(SkipReason.TOO_SOON)
        : Optional.empty();
  }
}
