package io.daybreak.acceptance.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.acceptance.orders.OrderDatabase.StoredMail;
import io.daybreak.simulators.mail.smtp.SmtpFault;
import io.daybreak.simulators.mail.smtp.SmtpFaultRule;
import io.daybreak.simulators.mail.smtp.SmtpPhase;
import io.daybreak.simulators.shopify.order.NewOrder;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Customers and merchants who change their minds while two replicas work on their orders. */
@InOrderWorld
class ChangedMindsIT {

  private static final Duration A_WHILE = Duration.ofSeconds(3);

  private final OrderWorld world;

  ChangedMindsIT(OrderWorld world) {
    this.world = world;
  }

  @Test
  void aRefundOrACancellationSkipsTheMailBeforeAndAfterItIsPlanned() throws Exception {
    OrderShop shop = world.shop(ReviewRules.atOnce().after(3));
    String customer = OrderWorld.customerOf(shop, "undecided");
    long refundedBefore = paid(shop, customer);
    shop.shop().refund(refundedBefore, null);
    shop.shop().fulfil(refundedBefore, null);
    long cancelledBefore = paid(shop, customer);
    shop.shop().cancel(cancelledBefore, "customer", null);
    long refundedAfter = planned(shop, customer);
    long cancelledAfter = planned(shop, customer);

    shop.shop().refund(refundedAfter, null);
    shop.shop().cancel(cancelledAfter, "customer", null);

    await("all four are skipped")
        .untilAsserted(
            () ->
                assertThat(mails(shop))
                    .containsExactlyInAnyOrder(
                        skipped(refundedBefore, "REFUNDED"),
                        skipped(cancelledBefore, "CANCELLED"),
                        skipped(refundedAfter, "REFUNDED"),
                        skipped(cancelledAfter, "CANCELLED")));
    assertThat(world.mailsTo(customer)).isEmpty();
  }

  @Test
  void whoeverUnsubscribesGetsNothingMoreInWhateverStateTheMailsAre() throws Exception {
    OrderShop shop = world.shop(ReviewRules.atOnce());
    String customer = OrderWorld.customerOf(shop, "leaving");
    long failed = troubled(shop, customer, SmtpPhase.RCPT, refusal(), "FAILED");
    long unclear =
        troubled(shop, customer, SmtpPhase.MESSAGE, new SmtpFault.ResetBefore(), "UNCLEAR");
    long sent = fulfilled(shop, customer);
    awaitState(shop, sent, "SENT");
    OrderApi here = world.merchants().get(0);
    OrderApi there = world.merchants().get(1);
    here.change(shop.domain(), ReviewRules.atOnce().after(3));
    long scheduled = planned(shop, customer);
    long cancelled = planned(shop, customer);
    assertThat(here.post("/api/review-mails/" + idOf(shop, cancelled) + "/cancel").status())
        .isEqualTo(200);

    assertThat(there.post(unsubscribeLink(customer)).status()).isEqualTo(200);

    awaitState(shop, scheduled, "SKIPPED");
    for (long order : List.of(failed, unclear, cancelled)) {
      assertThat(there.sendNow(idOf(shop, order), true).status()).isEqualTo(202);
    }
    await("nothing is sent any more")
        .during(A_WHILE)
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(mails(shop))
                    .containsExactlyInAnyOrder(
                        skipped(failed, "UNSUBSCRIBED"),
                        skipped(unclear, "UNSUBSCRIBED"),
                        new StoredMail(sent, "REQUEST", "SENT", ""),
                        skipped(scheduled, "UNSUBSCRIBED"),
                        skipped(cancelled, "UNSUBSCRIBED")));
    assertThat(world.mailsTo(customer)).hasSize(1);
  }

  private long troubled(
      OrderShop shop, String customer, SmtpPhase phase, SmtpFault fault, String state) {
    world.mailbox().smtp().faults().add(SmtpFaultRule.at(phase, fault).to(customer).times(1));
    long order = fulfilled(shop, customer);
    awaitState(shop, order, state);
    return order;
  }

  private static SmtpFault refusal() {
    return new SmtpFault.Refuse(550, "5.7.1 not from you");
  }

  private static long paid(OrderShop shop, String customer) {
    long order = shop.shop().create(NewOrder.by(customer)).id();
    shop.shop().pay(order, null);
    return order;
  }

  private static long fulfilled(OrderShop shop, String customer) {
    long order = paid(shop, customer);
    shop.shop().fulfil(order, null);
    return order;
  }

  private long planned(OrderShop shop, String customer) {
    long order = fulfilled(shop, customer);
    awaitState(shop, order, "SCHEDULED");
    return order;
  }

  private void awaitState(OrderShop shop, long order, String state) {
    await("the mail of order " + order + " is " + state)
        .until(
            () ->
                mails(shop).stream()
                    .anyMatch(m -> m.shopifyId() == order && m.state().equals(state)));
  }

  private String unsubscribeLink(String customer) {
    URI link = URI.create(world.mailsTo(customer).get(0).unsubscribe().replaceAll("[<>]", ""));
    return link.getRawPath() + "?" + link.getRawQuery();
  }

  private static String idOf(OrderShop shop, long order) throws Exception {
    return shop.api().mails(shop.domain(), order).get(0).getString("id");
  }

  private List<StoredMail> mails(OrderShop shop) throws Exception {
    return world.database().mails(shop.domain());
  }

  private static StoredMail skipped(long order, String reason) {
    return new StoredMail(order, "REQUEST", "SKIPPED", reason);
  }
}
