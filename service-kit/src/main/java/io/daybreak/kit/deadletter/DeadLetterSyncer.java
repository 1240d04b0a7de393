package io.daybreak.kit.deadletter;

import io.daybreak.contracts.Message;
import io.daybreak.kit.queue.UnreadableMessageException;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/** Synchronises one letter, once, and writes down what it came to. */
@ApplicationScoped
class DeadLetterSyncer {

  private final DeadLetterReader reader;
  private final DeadLetterClaims claims;
  private final DeadLetterMetrics metrics;

  DeadLetterSyncer(DeadLetterReader reader, DeadLetterClaims claims, DeadLetterMetrics metrics) {
    this.reader = reader;
    this.claims = claims;
    this.metrics = metrics;
  }

  @ActivateRequestContext
  void synchronise(ClaimedDeadLetter letter, DeadLetterSync<Message> sync) {
    Outcome outcome = attempt(letter, sync);
    metrics.settled(letter.queue(), outcome.state());
    claims.settle(letter, outcome.state(), outcome.sentence());
  }

  private Outcome attempt(ClaimedDeadLetter letter, DeadLetterSync<Message> sync) {
    try {
      String sentence = sync.sync(reader.read(letter.queue(), letter.type(), letter.body()));
      Log.infof("Dead letter %s (%s): %s", letter.id(), letter.type(), sentence);
      return new Outcome(DeadLetterState.SYNCED, sentence);
    } catch (UnreadableMessageException e) {
      return new Outcome(DeadLetterState.PARKED, String.valueOf(e.getMessage()));
    } catch (Throwable e) { // the edge of the handler: it goes on to other letters
      Log.errorf(e, "Dead letter %s (%s) was not synchronised", letter.id(), letter.type());
      return new Outcome(DeadLetterState.FAILED, Cause.of(e));
    }
  }

  private record Outcome(DeadLetterState state, String sentence) {}
}
