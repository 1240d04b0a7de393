package io.daybreak.kit.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** Threads that do the same thing again and again until they are stopped or it fails. */
final class Crowd implements AutoCloseable {

  private final List<Thread> threads = new ArrayList<>();
  private final ConcurrentLinkedQueue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
  private final CountDownLatch stop = new CountDownLatch(1);

  void start(Runnable task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (stop.getCount() > 0) {
                  task.run();
                }
              } catch (RuntimeException e) {
                failures.add(e);
              }
            });
    threads.add(thread);
    thread.start();
  }

  @Override
  public void close() {
    stop.countDown();
    for (Thread thread : threads) {
      thread.interrupt();
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  boolean isAsleep() {
    return threads.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING);
  }

  long interrupted() {
    return failures.stream().filter(WaitInterruptedException.class::isInstance).count();
  }

  List<RuntimeException> failures() {
    return failures.stream().filter(e -> !(e instanceof WaitInterruptedException)).toList();
  }
}
