package io.daybreak.kit.deadletter;

import io.daybreak.contracts.Message;
import io.daybreak.kit.queue.DatabaseGate;
import io.daybreak.kit.queue.UnreadableMessageException;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Synchronises one letter, once, and writes down what it came to. */
@ApplicationScoped
class DeadLetterSyncer {

  private final DeadLetterReader reader;
  private final DeadLetterClaims claims;
  private final DeadLetterMetrics metrics;
  private final DatabaseGate database;

  DeadLetterSyncer(
      DeadLetterReader reader,
      DeadLetterClaims claims,
      DeadLetterMetrics metrics,
      DatabaseGate database) {
    this.reader = reader;
    this.claims = claims;
    this.metrics = metrics;
    this.database = database;
  }

  @ActivateRequestContext
  void synchronise(ClaimedDeadLetter letter, DeadLetterSync<Message> sync) {
    Outcome outcome = attempt(letter, sync);
    if (outcome.state() == DeadLetterState.FAILED && deferred(letter, outcome)) {
      return;
    }
    metrics.settled(letter.queue(), outcome.state());
    claims.settle(letter, outcome.state(), outcome.sentence());
  }

  /**
   * A synchronisation that found no database has changed nothing that a later one would not: it
   * waits for the database's return, a bounded number of times.
   */
  private boolean deferred(ClaimedDeadLetter letter, Outcome outcome) {
    database.suspect();
    if (database.open() && !DatabaseGate.isOutage(outcome.cause())) {
      return false;
    }
    try {
      database.await(new CountDownLatch(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return claims.defer(letter);
  }

  private Outcome attempt(ClaimedDeadLetter letter, DeadLetterSync<Message> sync) {
    try {
      String sentence = sync.sync(reader.read(letter.queue(), letter.type(), letter.body()));
      Log.infof("Dead letter %s (%s): %s", letter.id(), letter.type(), sentence);
      return new Outcome(DeadLetterState.SYNCED, sentence, null);
    } catch (UnreadableMessageException e) {
      return new Outcome(DeadLetterState.PARKED, String.valueOf(e.getMessage()), e);
    } catch (Throwable e) { // the edge of the handler: it goes on to other letters
      Log.errorf(e, "Dead letter %s (%s) was not synchronised", letter.id(), letter.type());
      return new Outcome(DeadLetterState.FAILED, Cause.of(e), e);
    }
  }

  private record Outcome(DeadLetterState state, String sentence, @Nullable Throwable cause) {}
}
