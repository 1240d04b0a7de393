package io.daybreak.orders.reviewmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.queue.QueueDepths;
import io.daybreak.orders.testing.Database;
import io.daybreak.orders.testing.MailServerProfile;
import io.daybreak.orders.testing.OrderJson;
import io.daybreak.orders.testing.TestShop;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A backlog many times larger than what is sent before a silent message counts as lost. */
@QuarkusTest
@TestProfile(MailBacklogTest.Impatient.class)
class MailBacklogTest {

  private static final int MAILS = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Inject QueueDepths depths;

  @Test
  void everySlotSendsAMailAndAnotherShopsMailIsNext() {
    TestShop large = TestShop.register();
    TestShop small = TestShop.register();
    Backlog backlog = Backlog.of(large, MAILS);
    await("the backlog is being sent").atMost(PATIENCE).until(() -> backlog.in("SENT") > 0);

    OrderJson fresh = OrderJson.placed().fulfilledAfter(60);
    small.deliver("orders/fulfilled", fresh.json()).then().statusCode(200);

    await("the other shop's mail")
        .atMost(PATIENCE)
        .until(() -> small.mail(fresh.id()).equals("SENT"));
    assertThat(backlog.in("SCHEDULED")).as("still wait").isPositive();
    await("the backlog's end").atMost(PATIENCE).until(() -> backlog.in("SENT") == MAILS);
    assertThat(slotsUsed()).isLessThanOrEqualTo((long) ((MAILS + 1) * 1.05));
    await("nothing is left behind")
        .atMost(PATIENCE)
        .until(() -> depths.of(Queue.REVIEW_MAILS) == 0);
  }

  private static long slotsUsed() {
    return Database.count("select granted - forfeited from budget where name = 'mail:smtp'");
  }

  /** 50 mails a second, and a message that is silent for a second counts as lost. */
  public static class Impatient extends MailServerProfile {

    public Impatient() {
      super(
          Map.of(
              "daybreak.smtp.mails-per-second", "50",
              "daybreak.review-mails.due-ahead", "PT1S",
              "daybreak.review-mails.due-silence", "PT1S"));
    }
  }
}
