package io.daybreak.kit.deadletter;

import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Handles dead letters while the service runs, on a thread of its own. */
@ApplicationScoped
class DeadLetterHandler {

  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "dead-letters");
  private final DeadLetterSweep pass;
  private final DeadLetterSettings settings;

  DeadLetterHandler(DeadLetterSweep pass, DeadLetterSettings settings) {
    this.pass = pass;
    this.settings = settings;
  }

  void start(@Observes StartupEvent event) {
    if (settings.enabled() && pass.hasWork()) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Finishes the dead letter in flight; the others wait for the next process. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stop.countDown();
    thread.join(settings.stopTimeout().toMillis());
  }

  private void run() {
    try {
      do {
        pass();
      } while (!stop.await(settings.interval().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody but the end of the JVM does this
    }
  }

  private void pass() {
    try {
      pass.run(() -> stop.getCount() > 0);
    } catch (RuntimeException e) { // the edge of the handler: whatever it was, go on looking
      Log.warnf("Dead letters wait, since they could not be looked after: %s", e.getMessage());
    }
  }
}
