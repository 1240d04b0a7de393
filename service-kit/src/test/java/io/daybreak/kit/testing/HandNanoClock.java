package io.daybreak.kit.testing;

import io.daybreak.kit.time.NanoClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** The process's own clock, which a test puts forward as if the process had been stopped. */
public class HandNanoClock implements NanoClock {

  private final AtomicLong ahead = new AtomicLong();

  @Override
  public long nanos() {
    return System.nanoTime() + ahead.get();
  }

  /** Lets so much time pass at once. */
  public void pause(Duration duration) {
    ahead.addAndGet(duration.toNanos());
  }
}
