package io.daybreak.kit.queue;

import static io.daybreak.kit.queue.Commands.command;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.QueueProbe;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@TestProfile(ShortVisibility.class)
class DeadLettersTest {

  private static final Queue QUEUE = Queue.SHEET_COMMANDS;

  @Inject QueueSender sender;
  @Inject QueueConsumers consumers;
  @Inject ScriptedHandler handler;

  private QueueProbe probe;

  @BeforeEach
  void emptyQueues() {
    handler.follow(command -> {});
    probe = new QueueProbe();
    probe.purge(QUEUE);
  }

  @AfterEach
  void closeProbe() {
    probe.close();
  }

  @Test
  void theMessageOfAFailedHandlerIsADeadLetterAtOnceAndOnlyOnce() {
    handler.follow(
        command -> {
          throw new IllegalStateException("on purpose");
        });

    sender.send(command("sheet", 0));

    List<String> letters = new ArrayList<>();
    await()
        .atMost(ofSeconds(1).plus(ShortVisibility.TIMEOUT))
        .until(() -> letters.addAll(probe.takeDeadLetters(QUEUE)));
    await()
        .during(ShortVisibility.TIMEOUT.multipliedBy(2))
        .atMost(ofSeconds(10))
        .until(() -> probe.takeDeadLetters(QUEUE).isEmpty());
    assertThat(letters).hasSize(1);
    assertThat(handler.begun()).hasSize(1);
    assertThat(probe.size(QUEUE)).isZero();
  }

  @Test
  void theMessageOfAKilledConsumerIsADeadLetterAndNotHandledAgain() throws Exception {
    consumers.stop(new ShutdownEvent());
    sender.send(command("sheet", 0));
    assertThat(probe.take(QUEUE, 1)).hasSize(1); // by somebody who then falls silent

    consumers.start(new StartupEvent());

    await().until(() -> probe.takeDeadLetters(QUEUE).size() == 1);
    assertThat(handler.begun()).isEmpty();
  }

  @Test
  void aFailureDoesNotStopTheGroup() {
    handler.follow(
        command -> {
          if (command.sequence() == 0) {
            throw new IllegalStateException("on purpose");
          }
        });
    UUID run = UUID.randomUUID();

    sender.send(command(run, "sheet", 0));
    sender.send(command(run, "sheet", 1));

    await().until(() -> handler.finished().size() == 1);
    assertThat(handler.finished().get(0).sequence()).isEqualTo(1);
    await().until(() -> probe.takeDeadLetters(QUEUE).size() == 1);
  }

  @Test
  void aMessageOfUnknownTypeIsADeadLetter() {
    probe.put(QUEUE, "group", UUID.randomUUID().toString(), "Nonsense", "{}");

    await().until(() -> probe.takeDeadLetters(QUEUE).equals(List.of("{}")));
    assertThat(handler.begun()).isEmpty();
  }

  @Test
  void aMessageThatCannotBeParsedIsADeadLetter() {
    probe.put(QUEUE, "group", UUID.randomUUID().toString(), "FinishTab", "{\"runId\":7");

    await().until(() -> probe.takeDeadLetters(QUEUE).equals(List.of("{\"runId\":7")));
    assertThat(handler.begun()).isEmpty();
  }

  @Test
  void aMessageOfAnotherQueueIsADeadLetter() {
    String event = "{\"runId\":\"%s\"}".formatted(UUID.randomUUID());
    probe.put(QUEUE, "group", UUID.randomUUID().toString(), "TabPrepared", event);

    await().until(() -> probe.takeDeadLetters(QUEUE).equals(List.of(event)));
    assertThat(handler.begun()).isEmpty();
  }
}
