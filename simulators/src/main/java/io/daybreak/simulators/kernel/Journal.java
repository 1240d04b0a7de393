package io.daybreak.simulators.kernel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Every call a simulator received, in order of arrival. Readable from any thread at any time. */
public final class Journal {

  private final TreeMap<Long, JournalEntry> entries = new TreeMap<>();
  private long last;

  synchronized long begin(Arrival arrival, RequestHead head, Map<String, String> identity) {
    last++;
    entries.put(
        last,
        new JournalEntry(
            last,
            arrival,
            head.method(),
            head.path(),
            head.query(),
            Map.copyOf(identity),
            0,
            0,
            0,
            null,
            JournalEntry.Outcome.OPEN,
            0));
    return last;
  }

  /** Does nothing if the journal was cleared since the call began. */
  synchronized void update(long sequence, UnaryOperator<JournalEntry> change) {
    entries.computeIfPresent(sequence, (key, entry) -> change.apply(entry));
  }

  public List<JournalEntry> entries() {
    return entriesSince(0);
  }

  /** The calls that arrived after the one with this sequence number. */
  public synchronized List<JournalEntry> entriesSince(long sequence) {
    return List.copyOf(entries.tailMap(sequence, false).values());
  }

  /** The sequence number of the newest call, 0 if there was none. */
  public synchronized long last() {
    return last;
  }

  public synchronized void clear() {
    entries.clear();
  }

  /** The largest number of matching calls that arrived within any stretch of this length. */
  public int mostWithin(Duration window, Predicate<JournalEntry> which) {
    var inWindow = new ArrayDeque<Long>();
    int most = 0;
    for (JournalEntry entry : entries()) {
      if (!which.test(entry)) {
        continue;
      }
      long now = entry.arrival().nanos();
      inWindow.addLast(now);
      while (now - inWindow.getFirst() >= window.toNanos()) {
        inWindow.removeFirst();
      }
      most = Math.max(most, inWindow.size());
    }
    return most;
  }
}
