package io.daybreak.simulators.kernel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * At most {@code limit} admitted calls per key in <em>any</em> stretch of time as long as the
 * window, wherever the stretch begins: every admitted call's time is remembered, nothing is
 * refilled and no boundary can be straddled. Refused calls do not count.
 */
public final class SlidingWindow {

  private final int limit;
  private final long windowNanos;
  private final Map<String, Deque<Long>> admitted = new HashMap<>();

  public SlidingWindow(int limit, Duration window) {
    this.limit = limit;
    this.windowNanos = window.toNanos();
  }

  public int limit() {
    return limit;
  }

  /** Whether one more call at this moment would stay within the limit. */
  public synchronized boolean hasRoom(String key, long nanos) {
    Deque<Long> times = admitted.get(key);
    if (times == null) {
      return limit > 0;
    }
    while (!times.isEmpty() && nanos - times.peekFirst() >= windowNanos) {
      times.removeFirst();
    }
    return times.size() < limit;
  }

  /** Counts a call that was let in. */
  public synchronized void admit(String key, long nanos) {
    admitted.computeIfAbsent(key, k -> new ArrayDeque<>()).addLast(nanos);
  }

  /** Lets a call in and counts it, if there is room. */
  public synchronized boolean tryAdmit(String key, long nanos) {
    if (!hasRoom(key, nanos)) {
      return false;
    }
    admit(key, nanos);
    return true;
  }
}
