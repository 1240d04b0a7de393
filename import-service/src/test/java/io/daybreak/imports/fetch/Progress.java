package io.daybreak.imports.fetch;

import io.daybreak.imports.run.RunProgress;
import io.daybreak.kit.work.ClaimLostException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Remembers what the work told, and stops it after some days. */
final class Progress implements RunProgress {

  final AtomicInteger days = new AtomicInteger();
  final AtomicLong rows = new AtomicLong();
  volatile int cancelAfterDays = Integer.MAX_VALUE;

  @Override
  public void fetched(int daysDone, long rowsSoFar) {
    days.set(daysDone);
    rows.set(rowsSoFar);
    checkCancelled();
  }

  @Override
  public void checkCancelled() {
    if (days.get() >= cancelAfterDays) {
      throw new ClaimLostException("a person cancelled it");
    }
  }
}
