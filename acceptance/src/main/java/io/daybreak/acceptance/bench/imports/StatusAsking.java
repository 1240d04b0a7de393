package io.daybreak.acceptance.bench.imports;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Front ends that ask for the status of sets at a steady rate until closed. Times count from the
 * moment a question was due, so that a slow server does not hide behind questions never asked.
 */
final class StatusAsking implements AutoCloseable {

  private static final int A_SECOND = 50;

  private final ImportApi api;
  private final List<String> sets;
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final long begin = System.nanoTime();

  StatusAsking(ImportApi api, List<String> sets) {
    this.api = api;
    this.sets = List.copyOf(sets);
    timer.scheduleAtFixedRate(this::ask, 0, interval().toNanos(), TimeUnit.NANOSECONDS);
  }

  private static Duration interval() {
    return Duration.ofSeconds(1).dividedBy(A_SECOND);
  }

  private void ask() {
    int number = asked.getAndIncrement();
    long due = begin + number * interval().toNanos();
    api.ask(sets.get(number % sets.size()))
        .whenComplete(
            (status, failure) -> {
              if (failure == null && status == 200) {
                nanos.add(System.nanoTime() - due);
              } else {
                failed.incrementAndGet();
              }
            });
  }

  /**
   * @param p50 milliseconds that half of the answers did not exceed
   * @param p99 milliseconds that 99 % of them did not exceed
   */
  record Times(int answers, int failed, double p50, double p99) {}

  Times times() {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return new Times(sorted.length, failed.get(), at(sorted, 0.5), at(sorted, 0.99));
  }

  private static double at(long[] sorted, double share) {
    return sorted.length == 0
        ? Double.NaN
        : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
