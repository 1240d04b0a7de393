package io.daybreak.orders.reviewmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.queue.QueueDepths;
import io.daybreak.kit.testing.QueueProbe;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServerProfile;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which mails are made due, where nobody sends them meanwhile. */
@QuarkusTest
@TestProfile(DueMailsTest.NobodySends.class)
class DueMailsTest {

  private static final int PLACES = 50;

  @Inject DueMails due;
  @Inject QueueDepths depths;

  private TestShop large;
  private TestShop small;

  @BeforeEach
  void empty() {
    large = TestShop.register();
    small = TestShop.register();
    Database.execute("delete from review_mail");
    try (QueueProbe probe = new QueueProbe()) {
      probe.purge(Queue.REVIEW_MAILS);
    }
  }

  @Test
  void onlyAsManyAreDueAsTheServerTakesWithinSeconds() {
    Backlog backlog = Backlog.of(large, 10 * PLACES);

    makeDue();
    makeDue();

    assertThat(due.places()).isEqualTo(PLACES);
    assertThat(backlog.in("DUE")).isEqualTo(PLACES);
    backlog.send(7);
    makeDue();
    assertThat(backlog.in("DUE")).isEqualTo(PLACES);
  }

  @Test
  void theNextFreePlaceIsTheShopsThatHasNone() {
    Backlog big = Backlog.of(large, 10 * PLACES);
    makeDue();
    Backlog fresh = Backlog.of(small, 2);

    makeDue();
    assertThat(fresh.in("DUE")).as("no place is free").isZero();
    big.send(1);
    makeDue();
    assertThat(fresh.in("DUE")).isEqualTo(1);

    big.send(4);
    makeDue();
    assertThat(fresh.in("DUE")).isEqualTo(2);
  }

  @Test
  void aMailHasOneMessageHoweverLongItWaitsAndANewOneOnlyIfThatIsLost() {
    Backlog backlog = Backlog.of(large, PLACES);
    makeDue();
    await("the messages").until(() -> depths.of(Queue.REVIEW_MAILS) == PLACES);
    Database.execute("update review_mail set state_since = now() - interval '1 hour'");

    due.expire();

    assertThat(messages()).isEqualTo(PLACES);
    try (QueueProbe probe = new QueueProbe()) {
      probe.purge(Queue.REVIEW_MAILS);
    }
    due.expire();
    due.expire();
    await("the new messages").until(() -> depths.of(Queue.REVIEW_MAILS) == PLACES);
    due.expire();
    assertThat(messages()).isEqualTo(PLACES);
    assertThat(backlog.in("DUE")).isEqualTo(PLACES);
  }

  @Test
  void overdueMailsOfAShopWithATimeOfDayWaitForIt() {
    Backlog backlog = Backlog.of(large, 3);
    sendTime("'11 hours'");
    makeDue();
    assertThat(backlog.in("DUE")).as("11 hours after the time to send at").isZero();

    sendTime("'-1 hour'");
    makeDue();
    assertThat(backlog.in("DUE")).as("an hour before it").isZero();

    sendTime("'9 hours'");
    makeDue();
    assertThat(backlog.in("DUE")).as("9 hours after it").isEqualTo(3);
  }

  private void makeDue() {
    due.makeDue().await().indefinitely();
  }

  /** Messages that wait, on the queue or in the outbox. */
  private long messages() {
    return depths.of(Queue.REVIEW_MAILS)
        + Database.count("select count(*) from outbox where queue = 'REVIEW_MAILS'");
  }

  /** Lets the shop's time of day to send at be so long ago. */
  private void sendTime(String ago) {
    Database.execute(
        "update shop set send_time = (now() at time zone time_zone - interval %s)::time where domain = ?"
            .formatted(ago),
        large.domain());
  }

  /** No schedule and no consumer: the test decides what happens. */
  public static class NobodySends extends MailServerProfile {

    public NobodySends() {
      super(
          Map.of(
              "daybreak.review-mails.due-every", "off",
              "daybreak.work.sweep-every", "off",
              "daybreak.queues.consumer.review-mails.enabled", "false",
              "daybreak.smtp.mails-per-second", "50",
              "daybreak.review-mails.due-ahead", "PT1S"));
    }
  }
}
