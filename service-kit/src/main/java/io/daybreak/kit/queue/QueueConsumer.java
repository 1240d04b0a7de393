package io.daybreak.kit.queue;

import io.daybreak.contracts.Message;
import io.daybreak.contracts.queue.Queue;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Takes the messages of one queue and has them handled. What SQS has handed out is either handled
 * or a dead letter, it is never handed out again; so no more is asked for than there are free
 * workers, and a stop finishes all that came.
 */
class QueueConsumer {

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final Queue queue;
  private final MessageHandler<Message> handler;
  private final MessageProcessor worker;
  private final SqsReceiver receiver;
  private final InFlight inFlight;
  private final DatabaseGate database;
  private final Semaphore freeWorkers;
  private final ExecutorService workers;
  private final Thread poller;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch abandon = new CountDownLatch(1);
  private volatile boolean found;

  QueueConsumer(
      MessageHandler<Message> handler,
      MessageProcessor worker,
      SqsReceiver receiver,
      InFlight inFlight,
      DatabaseGate database,
      int concurrency) {
    this.queue = handler.queue();
    this.handler = handler;
    this.worker = worker;
    this.receiver = receiver;
    this.inFlight = inFlight;
    this.database = database;
    this.freeWorkers = new Semaphore(concurrency);
    this.workers =
        Executors.newFixedThreadPool(concurrency, task -> thread(task, queue + "-worker"));
    this.poller = thread(this::poll, queue + "-poller");
  }

  Queue queue() {
    return queue;
  }

  InFlight inFlight() {
    return inFlight;
  }

  /** Whether SQS has ever named the queue: whether name, address and credentials are right. */
  boolean found() {
    return found;
  }

  boolean alive() {
    return poller.isAlive();
  }

  void start() {
    poller.start();
  }

  /** Takes no more messages, from the end of the receive under way on. */
  void stopReceiving() {
    stop.countDown();
  }

  /**
   * Waits until all that was received is finished, after {@link #stopReceiving}.
   *
   * @return whether it was finished within the time
   */
  boolean finish(Duration limit) throws InterruptedException {
    poller.join(); // bounded by the receive's own timeout
    workers.shutdown();
    boolean finished = workers.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
    abandon.countDown();
    return finished;
  }

  private void poll() {
    try {
      while (stop.getCount() > 0) {
        if (database.await(stop) && freeWorkers.tryAcquire(100, TimeUnit.MILLISECONDS)) {
          poll(1 + furtherFreeWorkers());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody but the end of the JVM does this
    }
  }

  private int furtherFreeWorkers() {
    int further = 0;
    while (further < SqsReceiver.BATCH - 1 && freeWorkers.tryAcquire()) {
      further++;
    }
    return further;
  }

  private void poll(int free) throws InterruptedException {
    Map<String, List<Delivery>> groups = receive(free);
    freeWorkers.release(free - groups.size());
    for (List<Delivery> group : groups.values()) {
      workers.execute(() -> work(group));
    }
  }

  private Map<String, List<Delivery>> receive(int free) throws InterruptedException {
    try {
      receiver.find(queue);
      found = true;
      List<Delivery> received = receiver.receive(queue, free);
      received.forEach(inFlight::add);
      return received.stream()
          .collect(Collectors.groupingBy(Delivery::group, LinkedHashMap::new, Collectors.toList()));
    } catch (RuntimeException e) { // the edge of the poller: whatever it was, go on asking
      Log.warnf("Nothing can be received from %s: %s", queue.queueName(), e.getMessage());
      stop.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
      return Map.of();
    }
  }

  /**
   * Handles the messages of one group in the order in which SQS gave them. Those that come while
   * the database is away stay hidden and wait: there is no second delivery.
   */
  private void work(List<Delivery> group) {
    try {
      for (Delivery delivery : group) {
        if (database.await(abandon)) {
          worker.work(delivery, handler, inFlight);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody but the end of the JVM does this
    } finally {
      freeWorkers.release();
    }
  }

  private static Thread thread(Runnable task, String name) {
    Thread thread = new Thread(task, name.toLowerCase(Locale.ROOT).replace('_', '-'));
    thread.setDaemon(true);
    return thread;
  }
}
