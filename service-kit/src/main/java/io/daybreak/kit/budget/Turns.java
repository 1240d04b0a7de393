package io.daybreak.kit.budget;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets the threads of this process that need the same budgets ask for slots one after another, the
 * longest waiting first: otherwise each would wake for every slot, and all but one in vain.
 */
class Turns {

  private final ConcurrentMap<List<String>, ReentrantLock> queues = new ConcurrentHashMap<>();

  /**
   * Waits for the thread's turn.
   *
   * @param nanos longest wait
   * @return the turn, or null if it did not come in time
   */
  @Nullable Turn await(List<Budget> budgets, long nanos) throws InterruptedException {
    List<String> names = budgets.stream().map(Budget::name).toList();
    ReentrantLock queue = queues.computeIfAbsent(names, key -> new ReentrantLock(true));
    return queue.tryLock(nanos, TimeUnit.NANOSECONDS) ? queue::unlock : null;
  }

  /** The right to ask; closing it passes it on. */
  interface Turn extends AutoCloseable {

    @Override
    void close();
  }
}
