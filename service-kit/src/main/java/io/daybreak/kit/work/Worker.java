package io.daybreak.kit.work;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The loop of whoever looks for work: while a slot is free it claims the next unit, which is done
 * on a thread of its own; where there is none it waits for a nudge, and looks at every poll. A unit
 * that fails costs nothing but itself. {@link #stop} claims nothing more and lets finish what was
 * claimed.
 */
public final class Worker {

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final String name;
  private final Duration poll;
  private final Supplier<Optional<Runnable>> claimNext;
  private final Semaphore slots;
  private final Semaphore nudges = new Semaphore(0);
  private final CountDownLatch stop = new CountDownLatch(1);
  private final ExecutorService threads;
  private final Thread loop;

  /**
   * @param name of the threads
   * @param slots units at once, at least 1
   * @param poll longest time between two looks where nothing nudges
   * @param claimNext claims a unit and returns how it is done; nothing if there is none. Called on
   *     one thread, and may block.
   */
  public Worker(String name, int slots, Duration poll, Supplier<Optional<Runnable>> claimNext) {
    this.name = name;
    this.poll = poll;
    this.claimNext = claimNext;
    this.slots = new Semaphore(slots);
    this.threads = WorkThreads.pool(name, slots);
    this.loop = WorkThreads.thread(name + "-poller", this::loop);
  }

  /** Begins to look for work. */
  public void start() {
    loop.start();
  }

  /** There may be something to claim. */
  public void nudge() {
    nudges.release();
  }

  /**
   * Claims nothing more, and waits for what was claimed.
   *
   * @return whether all of it was finished in time; what was not goes on, and is left to expire
   */
  public boolean stop(Duration grace) throws InterruptedException {
    long deadline = System.nanoTime() + grace.toNanos();
    stop.countDown();
    nudge();
    slots.release(); // for a loop that waits for one
    loop.join(Math.max(1, grace.toMillis()));
    threads.shutdown();
    return threads.awaitTermination(
        Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
  }

  private void loop() {
    try {
      slots.acquire();
      while (stop.getCount() > 0) {
        if (startNext()) {
          slots.acquire();
        } else if (nudges.tryAcquire(poll.toNanos(), TimeUnit.NANOSECONDS)) {
          nudges.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody but the end of the JVM does this
    }
  }

  private boolean startNext() throws InterruptedException {
    try {
      Optional<Runnable> next = claimNext.get();
      next.ifPresent(unit -> threads.execute(() -> work(unit)));
      return next.isPresent();
    } catch (RuntimeException e) { // the edge of the loop: whatever it was, it goes on looking
      Log.warnf("%s: nothing was claimed: %s", name, e.getMessage());
      stop.await(PAUSE_AFTER_FAILURE.toNanos(), TimeUnit.NANOSECONDS);
      return false;
    }
  }

  private void work(Runnable unit) {
    try {
      unit.run();
    } catch (ClaimLostException e) {
      Log.warn(e.getMessage());
    } catch (Throwable e) { // the edge of the unit: the thread goes on to others
      Log.errorf(e, "%s: a unit of work failed", name);
    } finally {
      slots.release();
      nudge();
    }
  }
}
