package io.daybreak.imports.report;

import java.time.Duration;

/** When to look at the jobs next: pauses grow by half while nothing happens. */
final class Looks {

  private final Duration shortest;
  private final Duration longest;
  private Duration pause;
  private long next;

  Looks(Duration shortest, Duration longest) {
    this.shortest = shortest;
    this.longest = longest;
    this.pause = shortest;
    this.next = System.nanoTime() + shortest.toNanos();
  }

  boolean due() {
    return System.nanoTime() - next >= 0;
  }

  /** Time until the next look, at least 0. */
  Duration pause() {
    return Duration.ofNanos(Math.max(0, next - System.nanoTime()));
  }

  /**
   * @param news whether the look showed something new
   */
  void looked(boolean news) {
    Duration longer = pause.multipliedBy(3).dividedBy(2);
    pause = news ? shortest : longer.compareTo(longest) < 0 ? longer : longest;
    next = System.nanoTime() + pause.toNanos();
  }

  void soon() {
    next = System.nanoTime();
  }
}
