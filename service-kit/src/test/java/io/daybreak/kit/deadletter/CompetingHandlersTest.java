package io.daybreak.kit.deadletter;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.sheet.AbandonTab;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.work.Replicas;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class CompetingHandlersTest {

  private static final int LETTERS = 40;

  @Inject Replicas processes;
  @Inject LetterBox letters;

  private ExecutorService replicas;

  @BeforeEach
  void empty() {
    letters.empty();
    replicas = Executors.newFixedThreadPool(3);
  }

  @AfterEach
  void stop() throws InterruptedException {
    replicas.shutdownNow();
    // What it still holds would be the next test's.
    assertThat(replicas.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void threeReplicasSynchroniseEachLetterOnceAndOneAtATime() {
    for (int i = 0; i < LETTERS / 2; i++) {
      LetterBox.deadCommand();
      LetterBox.deadMail();
    }

    for (int i = 0; i < 3; i++) {
      DeadLetterSweep replica = letters.replica(processes.alive(), new Hasty(ofSeconds(30)));
      replicas.execute(() -> lookUntilInterrupted(replica));
    }

    await("all letters are settled")
        .atMost(ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(letters.states()).hasSize(LETTERS).containsOnly(DeadLetterState.SYNCED));
    assertThat(ScriptedSync.begun()).hasSize(LETTERS).doesNotHaveDuplicates();
    assertThat(ScriptedSync.mostAtOnce()).isEqualTo(1);
  }

  @Test
  void theLetterOfAKilledHandlerFailsAndTheOthersAreTakenOver() {
    UUID first = LetterBox.deadCommand();
    CountDownLatch revived = new CountDownLatch(1);
    CountDownLatch inHand = new CountDownLatch(1);
    ScriptedSync.follow(message -> hang(first, (AbandonTab) message, inHand, revived));
    CompletableFuture<Void> dead =
        CompletableFuture.runAsync(
            () ->
                letters
                    .replica(processes.dead(), new Hasty(ofSeconds(1)))
                    .run(() -> revived.getCount() > 0),
            replicas);
    await().until(() -> inHand.getCount() == 0);
    UUID second = LetterBox.deadCommand();
    DeadLetterSweep heir = letters.replica(processes.alive(), new Hasty(ofSeconds(30)));

    heir.run(() -> true);
    assertThat(ScriptedSync.begun()).as("while the claim lasts").hasSize(1);

    await("the end of the claim")
        .untilAsserted(
            () -> {
              heir.run(() -> true);
              assertThat(letters.states())
                  .containsExactly(DeadLetterState.FAILED, DeadLetterState.SYNCED);
            });
    assertThat(letters.about(first).outcome()).contains("how far it came is not known");
    assertThat(letters.about(second).state()).isEqualTo(DeadLetterState.SYNCED);
    assertThat(ScriptedSync.begun()).as("nothing is repeated by itself").hasSize(2);

    revived.countDown(); // it was only paused, and knows best how its own letter ended
    dead.join();
    assertThat(letters.about(first).state()).isEqualTo(DeadLetterState.SYNCED);
  }

  private static void lookUntilInterrupted(DeadLetterSweep replica) {
    while (!Thread.currentThread().isInterrupted()) {
      replica.run(() -> !Thread.currentThread().isInterrupted());
    }
  }

  private static String hang(
      UUID first, AbandonTab command, CountDownLatch inHand, CountDownLatch revived) {
    if (command.runId().equals(first)) {
      inHand.countDown();
      try {
        revived.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return "in order";
  }
}
