package io.daybreak.kit.work;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for work that blocks. They are daemons: none keeps a process from ending. */
public final class WorkThreads {

  private WorkThreads() {}

  /** A thread that is not started yet. */
  public static Thread thread(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** A fixed number of threads, named after what they do. */
  public static ExecutorService pool(String name, int threads) {
    return Executors.newFixedThreadPool(threads, factory(name, threads > 1));
  }

  /** One thread that does things in time; what is cancelled is forgotten. */
  public static ScheduledExecutorService timer(String name) {
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, factory(name, false));
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }

  private static ThreadFactory factory(String name, boolean numbered) {
    AtomicInteger number = new AtomicInteger();
    return task -> thread(numbered ? name + "-" + number.incrementAndGet() : name, task);
  }
}
