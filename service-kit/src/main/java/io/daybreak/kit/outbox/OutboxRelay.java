package io.daybreak.kit.outbox;

import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.outbox.OutboxPass.Result;
import io.daybreak.kit.sql.BlockingSql;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends what is in the outbox, while the service runs: soon after a nudge, else by looking. Each
 * queue has a thread of its own while it has something to send, so that one that is slow or broken
 * holds up no other.
 */
@ApplicationScoped
class OutboxRelay {

  /** Later than the queues' consumers, which may add messages until their last one is finished. */
  private static final int AFTER_CONSUMERS = 4000;

  private final Semaphore nudges = new Semaphore(0);
  private final CountDownLatch stop = new CountDownLatch(1);
  private final ExecutorService senders = Executors.newCachedThreadPool(OutboxRelay::daemon);
  private final Thread thread = daemon(this::run);
  private final OutboxPass pass;
  private final OutboxSettings settings;
  private final BlockingSql sql;

  OutboxRelay(OutboxPass pass, OutboxSettings settings, BlockingSql sql) {
    this.pass = pass;
    this.settings = settings;
    this.sql = sql;
  }

  void nudge() {
    nudges.release();
  }

  void start(@Observes StartupEvent event) {
    if (settings.enabled()) {
      thread.start();
    }
  }

  /** Ends after a last pass, so that nothing this process added has to wait for another one. */
  void stop(@Observes @Priority(AFTER_CONSUMERS) ShutdownEvent event) throws InterruptedException {
    stop.countDown();
    nudge();
    thread.join();
    senders.shutdown();
    senders.awaitTermination(millis(settings.passTimeout()), TimeUnit.MILLISECONDS);
  }

  private void run() {
    Map<Queue, QueueTurn> turns = new EnumMap<>(Queue.class);
    try {
      do {
        nudges.drainPermits();
        queues().forEach(queue -> turns.computeIfAbsent(queue, QueueTurn::new).begin());
        if (stop.getCount() > 0) {
          nudges.tryAcquire(millis(settings.interval()), TimeUnit.MILLISECONDS);
        }
      } while (stop.getCount() > 0);
      queues().forEach(queue -> turns.computeIfAbsent(queue, QueueTurn::new).beginLast());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody but the end of the JVM does this
    }
  }

  private Set<Queue> queues() {
    try {
      return sql.await(pass.queues(), settings.passTimeout());
    } catch (RuntimeException e) { // the edge of the relay: whatever it was, go on looking
      Log.warnf("The outbox could not be looked at, its messages wait: %s", e.getMessage());
      return Set.of();
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "outbox-relay");
    thread.setDaemon(true);
    return thread;
  }

  private static long millis(Duration duration) {
    return duration.toMillis();
  }

  /** The sending of one queue's messages: by one thread at a time, which ends when none is left. */
  private final class QueueTurn {

    private final Semaphore free = new Semaphore(1);
    private final Queue queue;

    QueueTurn(Queue queue) {
      this.queue = queue;
    }

    void begin() {
      if (free.tryAcquire()) {
        senders.execute(this::send);
      }
    }

    /** After the turn under way, if there is one. */
    void beginLast() {
      senders.execute(
          () -> {
            free.acquireUninterruptibly();
            send();
          });
    }

    private void send() {
      try {
        Result result = Result.PROGRESS;
        while (result == Result.PROGRESS) {
          result = pass();
        }
        switch (result) {
          case TROUBLE -> pause(settings.pauseAfterFailure());
          case ELSEWHERE -> pause(settings.interval());
          default -> {}
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // nobody but the end of the JVM does this
      } finally {
        free.release();
        nudge(); // for what was added after the last look
      }
    }

    private void pause(Duration time) throws InterruptedException {
      stop.await(millis(time), TimeUnit.MILLISECONDS);
    }

    private Result pass() {
      try {
        return sql.await(pass.run(queue), settings.passTimeout());
      } catch (RuntimeException e) { // the edge of the queue: the others are sent all the same
        Log.warnf("%s: messages wait in the outbox: %s", queue.queueName(), e.getMessage());
        return Result.TROUBLE;
      }
    }
  }
}
