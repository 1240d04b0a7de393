package io.daybreak.orders.reviewmail;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.orders.reviewmail.MailFacts.CustomerFacts;
import io.daybreak.orders.reviewmail.MailFacts.OrderFacts;
import io.daybreak.orders.reviewmail.MailFacts.ShopRules;
import io.daybreak.orders.reviewmail.SendRules.Plan;
import io.daybreak.orders.shop.MailTrigger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendRulesTest {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final Instant ORDERED = Instant.parse("2026-11-01T03:00:00Z");
  private static final Instant FULFILLED = Instant.parse("2026-11-03T06:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-04T00:00:00Z");
  private static final CustomerFacts CUSTOMER =
      new CustomerFacts("hash", true, true, null, List.of());

  @Test
  void theDelayCountsFromTheTriggerAndEndsAtTheShopsTimeOfDay() {
    Plan plan = SendRules.plan(facts(fulfilled(), CUSTOMER, rules(7, LocalTime.of(10, 0))), NOW);

    // 15:00 in Seoul + 7 days is past 10:00 of that day
    assertThat(plan).isEqualTo(new Plan.Send(FULFILLED, Instant.parse("2026-11-11T01:00:00Z")));
  }

  @Test
  void withoutATimeOfDayTheMailGoesWhenTheDelayIsOver() {
    Plan plan = SendRules.plan(facts(fulfilled(), CUSTOMER, rules(7, null)), NOW);

    assertThat(plan).isEqualTo(new Plan.Send(FULFILLED, FULFILLED.plus(Duration.ofDays(7))));
  }

  @Test
  void aDateThatHasPassedMovesToTheNextTimeOfDay() {
    Instant late = Instant.parse("2026-11-20T14:00:00Z");

    Plan plan = SendRules.plan(facts(fulfilled(), CUSTOMER, rules(7, LocalTime.of(10, 0))), late);

    assertThat(plan).isEqualTo(new Plan.Send(FULFILLED, Instant.parse("2026-11-21T01:00:00Z")));
  }

  @Test
  void aTimeOfDayThatTheClockSkipsIsTheFirstOneAfterIt() {
    ZoneId newYork = ZoneId.of("America/New_York");
    Instant saturday = Instant.parse("2026-03-07T12:00:00Z");

    Instant due = SendRules.dueAt(saturday, 0, LocalTime.of(2, 30), newYork, saturday);

    assertThat(due).isEqualTo(Instant.parse("2026-03-08T07:30:00Z"));
  }

  @Test
  void whatIsLateGoesOutInTheHoursAfterTheTimeOfDayOnly() {
    ShopRules atTen = rules(7, LocalTime.of(10, 0));
    Duration window = Duration.ofHours(10);

    assertThat(SendRules.mayGoNow(atTen, Instant.parse("2026-11-20T01:00:00Z"), window)).isTrue();
    assertThat(SendRules.mayGoNow(atTen, Instant.parse("2026-11-20T10:59:59Z"), window)).isTrue();
    assertThat(SendRules.mayGoNow(atTen, Instant.parse("2026-11-20T11:00:00Z"), window)).isFalse();
    assertThat(SendRules.mayGoNow(atTen, Instant.parse("2026-11-20T00:59:59Z"), window)).isFalse();
    ShopRules atTwentyThree = rules(7, LocalTime.of(23, 0));
    assertThat(SendRules.mayGoNow(atTwentyThree, Instant.parse("2026-11-20T15:30:00Z"), window))
        .as("half past midnight in Seoul")
        .isTrue();
    assertThat(SendRules.mayGoNow(rules(7, null), Instant.parse("2026-11-20T18:00:00Z"), window))
        .isTrue();
  }

  @Test
  void withoutTheTriggerThereIsNoPlan() {
    OrderFacts order = order(false, false, false, ORDERED, null);

    assertThat(SendRules.plan(facts(order, CUSTOMER, rules(7, null)), NOW))
        .isInstanceOf(Plan.NotYet.class);
  }

  @Test
  void whatEndsAnOrderEndsItsMailWithoutWaitingForTheTrigger() {
    OrderFacts cancelled = order(false, true, false, ORDERED, null);
    OrderFacts refunded = order(false, false, true, ORDERED, null);
    OrderFacts test = order(true, false, false, ORDERED, null);

    assertThat(skip(cancelled, CUSTOMER)).isEqualTo(SkipReason.CANCELLED);
    assertThat(skip(refunded, CUSTOMER)).isEqualTo(SkipReason.REFUNDED);
    assertThat(skip(test, CUSTOMER)).isEqualTo(SkipReason.TEST_ORDER);
  }

  @Test
  void customersAreSparedMailTheyDoNotWant() {
    assertThat(skip(fulfilled(), new CustomerFacts(null, false, true, null, List.of())))
        .isEqualTo(SkipReason.NO_ADDRESS);
    assertThat(
            skip(
                fulfilled(),
                new CustomerFacts("hash", true, true, SkipReason.UNSUBSCRIBED, List.of())))
        .isEqualTo(SkipReason.UNSUBSCRIBED);
  }

  @Test
  void capsCountTheMailsBeforeTheDate() {
    Instant due = FULFILLED.plus(Duration.ofDays(7));
    CustomerFacts recent =
        new CustomerFacts("hash", true, true, null, List.of(due.minus(Duration.ofDays(3))));
    CustomerFacts many =
        new CustomerFacts(
            "hash",
            true,
            true,
            null,
            List.of(due.minus(Duration.ofDays(10)), due.minus(Duration.ofDays(20))));
    CustomerFacts longAgo =
        new CustomerFacts("hash", true, true, null, List.of(due.minus(Duration.ofDays(31))));

    assertThat(skip(fulfilled(), recent)).isEqualTo(SkipReason.TOO_SOON);
    assertThat(skip(fulfilled(), many)).isEqualTo(SkipReason.TOO_MANY_MAILS);
    assertThat(SendRules.plan(facts(fulfilled(), longAgo, rules(7, null)), NOW))
        .isInstanceOf(Plan.Send.class);
  }

  @Test
  void aDateThatHasPassedIsJudgedAsOfNow() {
    Instant late = FULFILLED.plus(Duration.ofDays(50));
    CustomerFacts written =
        new CustomerFacts("hash", true, true, null, List.of(late.minus(Duration.ofDays(10))));

    assertThat(SendRules.plan(facts(fulfilled(), written, rules(7, null)), late))
        .isInstanceOf(Plan.Send.class);
  }

  @Test
  void withoutDaysBetweenTwoMailsMayGoAtTheSameMoment() {
    ShopRules noGap =
        new ShopRules(MailTrigger.FULFILLED, 0, null, SEOUL, 2, 0, 60, false, false, false);
    CustomerFacts justNow = new CustomerFacts("hash", true, true, null, List.of(NOW.plusMillis(5)));

    assertThat(SendRules.guard(facts(fulfilled(), justNow, noGap), NOW)).isEmpty();
  }

  @Test
  void theAgeCountsFromWhatTheMailFollowsAndNotFromTheOrder() {
    Instant ordered = ORDERED.minus(Duration.ofDays(300));
    OrderFacts preorder = order(false, false, false, ordered, FULFILLED);
    OrderFacts forgotten =
        order(false, false, false, ordered, FULFILLED.minus(Duration.ofDays(60)));

    assertThat(SendRules.plan(facts(preorder, CUSTOMER, rules(7, null)), NOW))
        .isInstanceOf(Plan.Send.class);
    assertThat(skip(forgotten, CUSTOMER)).isEqualTo(SkipReason.TOO_OLD);
  }

  @Test
  void factsComeBeforeRulesSoThatWhoOverrulesARuleOverrulesNoFact() {
    OrderFacts leftOut =
        new OrderFacts(
            true, false, false, false, false, false, true, true, ORDERED, ORDERED, FULFILLED, null);

    assertThat(skip(leftOut, CUSTOMER)).isEqualTo(SkipReason.EXCLUDED);
    assertThat(
            skip(
                leftOut,
                new CustomerFacts("hash", true, true, SkipReason.ADDRESS_REFUSED, List.of())))
        .isEqualTo(SkipReason.ADDRESS_REFUSED);
    assertThat(skip(leftOut, new CustomerFacts("hash", false, true, null, List.of())))
        .isEqualTo(SkipReason.ADDRESS_INVALID);
  }

  private static SkipReason skip(OrderFacts order, CustomerFacts customer) {
    return ((Plan.Skip) SendRules.plan(facts(order, customer, rules(7, null)), NOW)).reason();
  }

  private static OrderFacts fulfilled() {
    return order(false, false, false, ORDERED, FULFILLED);
  }

  private static OrderFacts order(
      boolean test, boolean cancelled, boolean refunded, Instant orderedAt, Instant fulfilledAt) {
    return new OrderFacts(
        true,
        false,
        test,
        cancelled,
        refunded,
        false,
        true,
        false,
        orderedAt,
        orderedAt,
        fulfilledAt,
        null);
  }

  private static ShopRules rules(int delayDays, LocalTime sendTime) {
    return new ShopRules(
        MailTrigger.FULFILLED, delayDays, sendTime, SEOUL, 2, 7, 60, false, false, false);
  }

  private static MailFacts facts(OrderFacts order, CustomerFacts customer, ShopRules rules) {
    return new MailFacts(1, 2, order, customer, rules);
  }
}
