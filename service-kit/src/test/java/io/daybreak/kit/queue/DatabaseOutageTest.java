package io.daybreak.kit.queue;

import static io.daybreak.kit.queue.Commands.command;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.testing.CutLine;
import io.daybreak.kit.testing.QueueProbe;
import io.daybreak.kit.testing.ServicesOnALine;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL away costs no message: those that wait go on waiting, and none is tried. */
@QuarkusTest
@TestProfile(DatabaseOutageTest.OnALine.class)
class DatabaseOutageTest {

  private static final Queue QUEUE = Queue.SHEET_COMMANDS;
  private static final int MESSAGES = 40;

  @Inject Pool pool;
  @Inject QueueSender sender;
  @Inject ScriptedHandler handler;
  @Inject DatabaseGate gate;

  private final CutLine line = ServicesOnALine.line();
  private QueueProbe probe;

  @BeforeEach
  void emptyQueues() {
    handler.follow(command -> pool.query("select 1").executeAndAwait());
    probe = new QueueProbe();
    probe.purge(QUEUE);
  }

  @AfterEach
  void closeProbe() {
    probe.close();
  }

  @Test
  void messagesWaitForTheDatabaseAndNoneIsTried() {
    line.cut();
    gate.suspect();
    await("the outage is seen").until(() -> !gate.open());
    for (int message = 0; message < MESSAGES; message++) {
      sender.send(command(UUID.randomUUID(), "sheet-" + message, 0));
    }

    // Longer than the visibility timeout: what is held back must not become a dead letter either.
    await("nothing is begun")
        .during(ShortVisibility.TIMEOUT.multipliedBy(2))
        .atMost(ofSeconds(30))
        .until(() -> handler.begun().isEmpty() && probe.takeDeadLetters(QUEUE).isEmpty());
    assertThat(probe.size(QUEUE)).isEqualTo(MESSAGES);

    line.mend();
    await("all are handled, without a person")
        .atMost(ofSeconds(60))
        .until(() -> handler.finished().size() == MESSAGES);
    assertThat(handler.begun()).hasSize(MESSAGES);
    await().until(() -> probe.size(QUEUE) == 0);
    assertThat(probe.takeDeadLetters(QUEUE)).isEmpty();
  }

  @Test
  void anOutageInTheMiddleCostsAtMostWhatWasBeingHandled() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch cut = new CountDownLatch(1);
    handler.follow(
        command -> {
          begun.countDown();
          waitFor(cut);
          pool.query("select 1").executeAndAwait();
        });
    for (int message = 0; message < MESSAGES; message++) {
      sender.send(command(UUID.randomUUID(), "sheet-" + message, 0));
    }
    waitFor(begun);
    line.cut();
    cut.countDown();

    await("the outage is seen").atMost(ofSeconds(30)).until(() -> !gate.open());
    await("what was begun has failed, and nothing else is begun")
        .during(ofSeconds(3))
        .atMost(ofSeconds(30))
        .until(() -> handler.begun().size() <= ShortVisibility.CONCURRENCY);
    int lost = handler.begun().size();

    line.mend();
    await("the others are handled")
        .atMost(ofSeconds(60))
        .until(() -> handler.finished().size() == MESSAGES - lost);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** With a line to the database that can be cut. */
  public static class OnALine extends ShortVisibility {

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(ServicesOnALine.class));
    }
  }
}
