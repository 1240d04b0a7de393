package io.daybreak.uploads.notice;

import io.daybreak.uploads.upload.EndListener;
import io.daybreak.uploads.upload.Upload;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Sends the messages that wait, one after the other, on a thread of its own: Slack takes one a
 * second in a channel, and no upload has to wait for that.
 */
@ApplicationScoped
class NoticeSender implements EndListener {

  private static final long LOOK_EVERY_SECONDS = 5;

  private final Semaphore nudges = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "csv-notices");
  private final NoticeClaims claims;
  private final NoticeDelivery delivery;
  private volatile boolean stopping;

  NoticeSender(NoticeClaims claims, NoticeDelivery delivery) {
    this.claims = claims;
    this.delivery = delivery;
  }

  @Override
  public void ended() {
    nudges.release();
  }

  void start(@Observes StartupEvent event) {
    thread.setDaemon(true);
    thread.start();
  }

  /** A message under way is finished; those that wait are another instance's. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    ended();
    thread.join(TimeUnit.SECONDS.toMillis(30));
  }

  private void run() {
    try {
      while (!stopping) {
        if (!deliverOldest()) {
          nudges.tryAcquire(LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
          nudges.drainPermits();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // nobody but the end of the JVM does this
    }
  }

  private boolean deliverOldest() {
    try {
      claims.giveUpLost();
      Optional<Upload> oldest = claims.oldest();
      oldest.ifPresent(delivery::deliver);
      return oldest.isPresent();
    } catch (RuntimeException e) { // the edge of the thread: the next look is due all the same
      Log.warnf("No message about uploads was sent, they wait: %s", e.getMessage());
      return false;
    }
  }
}
