package io.daybreak.simulators.kernel;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call as the simulator saw it.
 *
 * @param sequence counts from 1, in order of arrival, and goes on when the journal is cleared
 * @param identity who called, in the simulator's own terms
 * @param status of the answer; 0 while there is none
 * @param fault the fault rule that was applied, in words
 * @param completedNanos {@link System#nanoTime()} when the call was over; 0 while it is open
 */
public record JournalEntry(
    long sequence,
    Arrival arrival,
    String method,
    String path,
    String query,
    Map<String, String> identity,
    long requestBytes,
    int status,
    long responseBytes,
    @Nullable String fault,
    Outcome outcome,
    long completedNanos) {

  /** How a call ended. */
  public enum Outcome {
    OPEN,
    /** The whole answer was handed to the network. */
    ANSWERED,
    /** A fault rule reset the connection. */
    RESET,
    /** A fault rule cut the answer short. */
    TRUNCATED,
    /** The caller went away before it had the answer. */
    ABORTED
  }

  JournalEntry received(long bytes) {
    return new JournalEntry(
        sequence,
        arrival,
        method,
        path,
        query,
        identity,
        bytes,
        status,
        responseBytes,
        fault,
        outcome,
        completedNanos);
  }

  JournalEntry faulty(String rule) {
    return new JournalEntry(
        sequence,
        arrival,
        method,
        path,
        query,
        identity,
        requestBytes,
        status,
        responseBytes,
        rule,
        outcome,
        completedNanos);
  }

  JournalEntry ended(Outcome how, int answered, long bytes) {
    return new JournalEntry(
        sequence,
        arrival,
        method,
        path,
        query,
        identity,
        requestBytes,
        answered,
        bytes,
        fault,
        how,
        System.nanoTime());
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("sequence", sequence)
        .put("arrivedAt", arrival.at().toString())
        .put("arrivedNanos", arrival.nanos())
        .put("method", method)
        .put("path", path)
        .put("query", query)
        .put("identity", new JsonObject(Map.copyOf(identity)))
        .put("requestBytes", requestBytes)
        .put("status", status)
        .put("responseBytes", responseBytes)
        .put("fault", fault)
        .put("outcome", outcome.name())
        .put("completedNanos", completedNanos);
  }
}
