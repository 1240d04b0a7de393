package io.daybreak.kit.deadletter;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.kit.testing.CutLine;
import io.daybreak.kit.testing.ServicesOnALine;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A letter whose synchronisation meets an outage of PostgreSQL needs no person. */
@QuarkusTest
@TestProfile(DeadLetterOutageTest.OnALine.class)
class DeadLetterOutageTest {

  @Inject Pool pool;
  @Inject LetterBox letters;
  @Inject DeadLetterSweep sweep;

  private final CutLine line = ServicesOnALine.line();

  @Test
  void aLetterIsSynchronisedOnceTheDatabaseIsBack() {
    letters.empty();
    CountDownLatch failed = new CountDownLatch(1);
    ScriptedSync.follow(
        message -> {
          if (failed.getCount() > 0) {
            line.cut();
            failed.countDown();
          }
          pool.query("select 1").executeAndAwait();
          return "in order";
        });
    LetterBox.deadCommand();
    CompletableFuture<Void> pass = CompletableFuture.runAsync(() -> sweep.run(() -> true));

    await("the outage").atMost(ofSeconds(30)).until(() -> failed.getCount() == 0);
    line.mend();

    await("the letter")
        .atMost(ofSeconds(60))
        .ignoreExceptions() // the pool finds out by itself that its connections are gone
        .untilAsserted(() -> assertThat(letters.states()).containsExactly(DeadLetterState.SYNCED));
    assertThat(ScriptedSync.begun()).hasSizeBetween(1, 2);
  }

  /** With a line to the database that can be cut. */
  public static class OnALine implements QuarkusTestProfile {

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
