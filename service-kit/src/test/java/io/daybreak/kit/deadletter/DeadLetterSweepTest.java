package io.daybreak.kit.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.contracts.Message;
import io.daybreak.contracts.order.ReviewMailDue;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.contracts.sheet.AbandonTab;
import io.daybreak.kit.alert.Finding;
import io.daybreak.kit.queue.MessageFailed;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.QueueProbe;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class DeadLetterSweepTest {

  @Inject DeadLetterSweep pass;
  @Inject DeadLetterQueues messages;
  @Inject DeadLetterRecorder intake;
  @Inject LetterBox letters;
  @Inject SyncFailuresRule rule;
  @Inject DeadLetterMetrics metrics;
  @Inject Event<MessageFailed> failures;

  @BeforeEach
  void empty() {
    letters.empty();
  }

  @Test
  void aLetterOfAFifoQueueIsSynchronisedAndLeavesTheQueue() {
    UUID run = LetterBox.deadCommand();

    pass();

    assertThat(ScriptedSync.begun()).containsExactly(new AbandonTab(run, "s"));
    DeadLetterView letter = letters.about(run);
    assertThat(letter.state()).isEqualTo(DeadLetterState.SYNCED);
    assertThat(letter.outcome()).isEqualTo("in order");
    assertThat(letter.attempts()).isEqualTo(1);
    assertThat(letter.group()).isEqualTo("s");
    assertThat(messages.depth(Queue.SHEET_COMMANDS)).isZero();
  }

  @Test
  void aLetterOfAQueueWithoutOrderIsSynchronised() {
    UUID mail = LetterBox.deadMail();

    pass();

    assertThat(ScriptedSync.begun()).containsExactly(new ReviewMailDue(mail));
    assertThat(letters.about(mail).state()).isEqualTo(DeadLetterState.SYNCED);
    assertThat(messages.depth(Queue.REVIEW_MAILS)).isZero();
  }

  @Test
  void allLettersOfAGroupAreTakenInOnePass() {
    for (int i = 0; i < 25; i++) {
      LetterBox.deadCommand();
    }

    pass();

    assertThat(letters.states()).hasSize(25).containsOnly(DeadLetterState.SYNCED);
  }

  @Test
  void aLetterWaitsForItsDelay() {
    UUID run = LetterBox.deadCommand();
    takeIn();
    letters.execute("update dead_letter set due_at = now() + interval '1 minute'");

    pass();
    assertThat(letters.about(run).state()).isEqualTo(DeadLetterState.WAITING);
    assertThat(ScriptedSync.begun()).isEmpty();

    letters.execute("update dead_letter set due_at = now()");
    pass();
    assertThat(letters.about(run).state()).isEqualTo(DeadLetterState.SYNCED);
  }

  @Test
  void aSynchronisationThatFailsIsRecordedAndNotRepeated() {
    ScriptedSync.follow(
        message -> {
          throw new IllegalStateException("Shopify is away");
        });
    UUID run = LetterBox.deadCommand();

    pass();
    pass();

    DeadLetterView letter = letters.about(run);
    assertThat(letter.state()).isEqualTo(DeadLetterState.FAILED);
    assertThat(letter.outcome()).isEqualTo("IllegalStateException: Shopify is away");
    assertThat(letter.attempts()).isEqualTo(1);
    assertThat(ScriptedSync.begun()).hasSize(1);
  }

  @Test
  void oneLetterThatFailsKeepsNoOtherFromBeingSynchronised() {
    UUID bad = LetterBox.deadCommand();
    UUID good = LetterBox.deadCommand();
    ScriptedSync.follow(message -> failFor(bad, message));

    pass();

    assertThat(letters.about(bad).state()).isEqualTo(DeadLetterState.FAILED);
    assertThat(letters.about(good).state()).isEqualTo(DeadLetterState.SYNCED);
  }

  @Test
  void aMessageThatCannotBeReadIsParkedWithItsBody() {
    put(Queue.SHEET_COMMANDS, "FinishTab", "{\"runId\":7");
    put(Queue.SHEET_COMMANDS, "Nonsense", "{}");
    put(Queue.SHEET_COMMANDS, "ReviewMailDue", "{\"mailId\":\"%s\"}".formatted(new UUID(0, 1)));

    pass();

    assertThat(letters.states()).hasSize(3).containsOnly(DeadLetterState.PARKED);
    assertThat(letters.about(new UUID(0, 1)).outcome()).contains("belongs on another queue");
    assertThat(letters.about(new UUID(0, 1)).attempts()).isZero();
    assertThat(ScriptedSync.begun()).isEmpty();
    assertThat(messages.depth(Queue.SHEET_COMMANDS)).isZero();
  }

  @Test
  void aLetterThatANewerVersionCanReadIsSynchronisedByIt() {
    UUID run = LetterBox.deadCommand();
    put(Queue.SHEET_COMMANDS, "Nonsense", "{}");
    takeIn();
    letters.execute(
        "update dead_letter set state = 'PARKED', outcome = 'its type is unknown'"
            + " where state = 'WAITING'");

    pass();

    assertThat(letters.about(run).state()).isEqualTo(DeadLetterState.SYNCED);
    assertThat(letters.states())
        .containsExactlyInAnyOrder(DeadLetterState.SYNCED, DeadLetterState.PARKED);
  }

  @Test
  void onePersonIsAskedForByOneLetter() {
    ScriptedSync.follow(
        message -> {
          throw new IllegalStateException("Shopify is away");
        });
    LetterBox.deadCommand();
    assertThat(rule.evaluate(Instant.now())).isEqualTo(Finding.NONE);

    pass();
    assertThat(rule.evaluate(Instant.now()).count()).isEqualTo(1);

    letters.empty();
    put(Queue.SHEET_COMMANDS, "Nonsense", "{}");
    pass();
    assertThat(rule.evaluate(Instant.now()).count()).as("one that is parked").isEqualTo(1);
  }

  @Test
  void aLetterOfAQueueThatThisVersionDoesNotKnowStopsNothing() {
    letters.execute(
        "insert into dead_letter (queue, message_id, type, body, sent_at, due_at, state)"
            + " values ('LOYALTY_EVENTS', 'm', 'PointsGiven', '{}', now(), now(), 'WAITING')");
    UUID run = LetterBox.deadCommand();

    pass();
    metrics.read();

    assertThat(letters.about(run).state()).isEqualTo(DeadLetterState.SYNCED);
  }

  @Test
  void aLetterThatWasRecordedBeforeACrashIsNotRecordedAgain() {
    UUID run = LetterBox.deadCommand();
    intake.record(messages.receive(Queue.SHEET_COMMANDS).get(0)); // and not deleted
    pass();
    DeadLetterView letter = letters.about(run);
    assertThat(letter.state()).isEqualTo(DeadLetterState.SYNCED);

    intake.record(
        new ReceivedDeadLetter(
            Queue.valueOf(letter.queue()),
            letter.messageId(),
            "",
            "s",
            letter.type(),
            "{}",
            letter.sentAt()));
    pass();

    assertThat(letters.states()).containsExactly(DeadLetterState.SYNCED);
    assertThat(ScriptedSync.begun()).hasSize(1);
  }

  @Test
  void aLetterSaysWhyItsMessageFailed() {
    UUID run = UUID.randomUUID();
    failures.fire(
        new MessageFailed(
            Queue.SHEET_COMMANDS,
            "message-1",
            new IllegalStateException("wrapped", new IllegalArgumentException("lost the race"))));

    String body = "{\"runId\":\"%s\",\"spreadsheetId\":\"s\"}".formatted(run);
    intake.record(
        new ReceivedDeadLetter(
            Queue.SHEET_COMMANDS, "message-1", "", "s", "AbandonTab", body, Instant.now()));

    assertThat(letters.about(run).cause()).isEqualTo("IllegalArgumentException: lost the race");
  }

  private void pass() {
    pass.run(() -> true);
  }

  /** Takes in without synchronising. */
  private void takeIn() {
    intake.takeIn(Queue.SHEET_COMMANDS, () -> true);
  }

  private static String failFor(UUID run, Message message) {
    if (message.equals(new AbandonTab(run, "s"))) {
      throw new IllegalStateException("on purpose");
    }
    return "in order";
  }

  private static void put(Queue queue, String type, String body) {
    try (QueueProbe probe = new QueueProbe()) {
      probe.putDeadLetter(queue, "s", type, body);
    }
  }
}
