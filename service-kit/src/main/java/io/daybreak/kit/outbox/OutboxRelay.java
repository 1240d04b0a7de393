package io.daybreak.kit.outbox;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Sends what is in the outbox, while the service runs: soon after a nudge, else by looking. */
@ApplicationScoped
class OutboxRelay {

  /** Later than the queues' consumers, which may add messages until their last one is finished. */
  private static final int AFTER_CONSUMERS = 4000;

  private final Semaphore nudges = new Semaphore(0);
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "outbox-relay");
  private final OutboxPass pass;
  private final OutboxSettings settings;

  OutboxRelay(OutboxPass pass, OutboxSettings settings) {
    this.pass = pass;
    this.settings = settings;
  }

  void nudge() {
    nudges.release();
  }

  void start(@Observes StartupEvent event) {
    if (settings.enabled()) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Ends after a last pass, so that nothing this process added has to wait for another one. */
  void stop(@Observes @Priority(AFTER_CONSUMERS) ShutdownEvent event) throws InterruptedException {
    stop.countDown();
    nudge();
    thread.join();
  }

  private void run() {
    try {
      while (stop.getCount() > 0) {
        switch (pass()) {
          case NOTHING -> awaitNudge(settings.interval());
          case TROUBLE -> stop.await(millis(settings.pauseAfterFailure()), TimeUnit.MILLISECONDS);
          case PROGRESS -> {}
        }
      }
      pass();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody but the end of the JVM does this
    }
  }

  private OutboxPass.Result pass() {
    try {
      return pass.run().await().atMost(settings.passTimeout());
    } catch (RuntimeException e) { // the edge of the relay: whatever it was, go on looking
      Log.warnf("The outbox could not be sent, its messages wait: %s", e.getMessage());
      return OutboxPass.Result.TROUBLE;
    }
  }

  private void awaitNudge(Duration longest) throws InterruptedException {
    if (nudges.tryAcquire(millis(longest), TimeUnit.MILLISECONDS)) {
      nudges.drainPermits();
    }
  }

  private static long millis(Duration duration) {
    return duration.toMillis();
  }
}
