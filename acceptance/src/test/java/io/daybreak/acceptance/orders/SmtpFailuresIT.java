package io.daybreak.acceptance.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.acceptance.orders.OrderDatabase.StoredMail;
import io.daybreak.simulators.mail.smtp.SmtpFault;
import io.daybreak.simulators.mail.smtp.SmtpFaultRule;
import io.daybreak.simulators.mail.smtp.SmtpJournal;
import io.daybreak.simulators.mail.smtp.SmtpPhase;
import io.daybreak.simulators.shopify.order.NewOrder;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever the mail server does: one attempt, judged by its journal, and a state that is true. */
@InOrderWorld
class SmtpFailuresIT {

  /** Longer than a message stays invisible, so that one that is not deleted would come again. */
  private static final Duration LONG_ENOUGH_FOR_A_SECOND_ATTEMPT = Duration.ofSeconds(7);

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private record Trouble(
      String customer, SmtpPhase phase, SmtpFault fault, String state, String reason, int arrive) {}

  private static final List<Trouble> TROUBLES =
      List.of(
          new Trouble(
              "refused",
              SmtpPhase.RCPT,
              new SmtpFault.Refuse(550, "5.1.1 no such mailbox"),
              "FAILED",
              "REFUSED",
              0),
          new Trouble(
              "spam",
              SmtpPhase.MESSAGE,
              new SmtpFault.Refuse(554, "5.7.1 looks like spam"),
              "FAILED",
              "REFUSED",
              0),
          new Trouble("silent", SmtpPhase.RCPT, new SmtpFault.Stall(), "UNCLEAR", "BROKEN_OFF", 0),
          new Trouble("mute", SmtpPhase.MESSAGE, new SmtpFault.Stall(), "UNCLEAR", "BROKEN_OFF", 0),
          new Trouble(
              "cut", SmtpPhase.MESSAGE, new SmtpFault.ResetBefore(), "UNCLEAR", "BROKEN_OFF", 0),
          new Trouble(
              "taken", SmtpPhase.MESSAGE, new SmtpFault.ResetAfter(), "UNCLEAR", "BROKEN_OFF", 1),
          new Trouble(
              "slow",
              SmtpPhase.MESSAGE,
              new SmtpFault.Delay(Duration.ofSeconds(1)),
              "SENT",
              "",
              1));

  private final OrderWorld world;

  SmtpFailuresIT(OrderWorld world) {
    this.world = world;
  }

  @Test
  void everyTroubleMeansOneAttemptAndTheRightState() throws Exception {
    OrderShop shop = world.shop(ReviewRules.atOnce());
    Map<Long, Trouble> orders = new LinkedHashMap<>();
    for (Trouble trouble : TROUBLES) {
      String address = OrderWorld.customerOf(shop, trouble.customer());
      world
          .mailbox()
          .smtp()
          .faults()
          .add(SmtpFaultRule.at(trouble.phase(), trouble.fault()).to(address));
      orders.put(fulfilledOrder(shop, address), trouble);
    }

    awaitEndOfMails(shop, orders.size());

    for (StoredMail mail : world.database().mails(shop.domain())) {
      Trouble trouble = orders.get(mail.shopifyId());
      assertThat(mail.state()).as(trouble.customer()).isEqualTo(trouble.state());
      assertThat(mail.reason()).as(trouble.customer()).isEqualTo(trouble.reason());
    }
    SmtpJournal journal = world.mailbox().smtp().journal();
    await("nothing is sent again")
        .during(LONG_ENOUGH_FOR_A_SECOND_ATTEMPT)
        .atMost(LONG_ENOUGH_FOR_A_SECOND_ATTEMPT.plusSeconds(5))
        .untilAsserted(
            () ->
                assertThat(TROUBLES)
                    .extracting(trouble -> OrderWorld.customerOf(shop, trouble.customer()))
                    .allSatisfy(address -> assertThat(journal.attemptsTo(address)).isEqualTo(1)));
    assertThat(TROUBLES)
        .allSatisfy(
            trouble ->
                assertThat(world.mailsTo(OrderWorld.customerOf(shop, trouble.customer())))
                    .hasSize(trouble.arrive()));
  }

  /** Nothing was executed, so the mail waits for the server, and goes once it greets again. */
  @Test
  void aServerThatDoesNotGreetHasNotTakenTheMailWhichWaitsForIt() throws Exception {
    OrderShop shop = world.shop(ReviewRules.atOnce());
    String address = OrderWorld.customerOf(shop, "nobody");
    world
        .mailbox()
        .smtp()
        .faults()
        .add(SmtpFaultRule.at(SmtpPhase.CONNECT, new SmtpFault.Stall()).times(1));

    long order = fulfilledOrder(shop, address);

    await("the mail goes once the server greets")
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(world.database().mails(shop.domain()))
                    .containsExactly(new StoredMail(order, "REQUEST", "SENT", "")));
    assertThat(world.mailbox().smtp().journal().attemptsTo(address)).isEqualTo(1);
    assertThat(world.mailsTo(address)).hasSize(1);
  }

  private static long fulfilledOrder(OrderShop shop, String address) {
    long id = shop.shop().create(NewOrder.by(address)).id();
    shop.shop().pay(id, null);
    shop.shop().fulfil(id, null);
    return id;
  }

  private void awaitEndOfMails(OrderShop shop, int mails) {
    await("every mail has an end").atMost(PATIENCE).until(() -> ended(shop) == mails);
  }

  private long ended(OrderShop shop) throws SQLException, IOException {
    return world.database().mails(shop.domain()).size()
        - world.database().mailsUnderWay(shop.domain());
  }
}
