package io.daybreak.uploads.notice;

import io.daybreak.kit.work.Claim;
import io.daybreak.kit.work.Worker;
import io.daybreak.uploads.upload.EndListener;
import io.daybreak.uploads.upload.Upload;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends the messages that wait, one after the other, on a thread of its own: Slack takes one a
 * second in a channel, and no upload has to wait for that.
 */
@ApplicationScoped
class NoticeSender implements EndListener {

  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration GRACE = Duration.ofSeconds(30);

  private final NoticeClaims claims;
  private final NoticeDelivery delivery;
  private final Worker worker = new Worker("csv-notices", 1, POLL, this::claimNext);

  NoticeSender(NoticeClaims claims, NoticeDelivery delivery) {
    this.claims = claims;
    this.delivery = delivery;
  }

  @Override
  public void ended() {
    worker.nudge();
  }

  void start(@Observes StartupEvent event) {
    worker.start();
  }

  /** A message under way is finished; those that wait are another instance's. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    worker.stop(GRACE);
  }

  private Optional<Runnable> claimNext() {
    return claims.claimOldest().map(claim -> () -> deliver(claim));
  }

  private void deliver(Claim<Upload> claim) {
    try (claim) {
      delivery.deliver(claim);
    }
  }
}
