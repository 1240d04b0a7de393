package io.daybreak.acceptance.world;

import io.daybreak.simulators.kernel.Journal;
import io.daybreak.simulators.kernel.JournalEntry;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * Calls in a simulator's journal, chosen step by step.
 *
 * @param entries in order of arrival
 */
public record Calls(List<JournalEntry> entries) {

  /** All that the journal has. */
  public static Calls in(Journal journal) {
    return new Calls(journal.entries());
  }

  /** Those that arrived after the one with this sequence number. */
  public static Calls since(Journal journal, long sequence) {
    return new Calls(journal.entriesSince(sequence));
  }

  /** Those of one caller, by the simulator's own word for what identifies him. */
  public Calls of(String identity, Object value) {
    return where(entry -> value.toString().equals(entry.identity().get(identity)));
  }

  /** Those with this method and a path that a regular expression matches wholly. */
  public Calls to(String method, String path) {
    return where(entry -> entry.method().equals(method) && entry.path().matches(path));
  }

  public Calls answered(int status) {
    return where(entry -> entry.status() == status);
  }

  /** Those that a fault rule befell. */
  public Calls faulty() {
    return where(entry -> entry.fault() != null);
  }

  public Calls where(Predicate<JournalEntry> chosen) {
    return new Calls(entries.stream().filter(chosen).toList());
  }

  public int count() {
    return entries.size();
  }

  /** The most of them in any stretch of this length. */
  public int mostWithin(Duration window) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < entries.size(); last++) {
      while (nanos(last) - nanos(first) >= window.toNanos()) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  /** The shortest time from any of them to the one so many calls later. */
  public Duration shortestTimeOver(int calls) {
    long shortest = Long.MAX_VALUE;
    for (int first = 0; first + calls < entries.size(); first++) {
      shortest = Math.min(shortest, nanos(first + calls) - nanos(first));
    }
    return Duration.ofNanos(shortest);
  }

  private long nanos(int index) {
    return entries.get(index).arrival().nanos();
  }
}
