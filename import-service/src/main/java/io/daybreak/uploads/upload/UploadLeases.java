package io.daybreak.uploads.upload;

import io.daybreak.uploads.CsvConfig;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Takes uploads in hand and keeps them, renewing each lease every third of it. */
@ApplicationScoped
class UploadLeases {

  private final UploadClaims claims;
  private final CsvConfig config;
  private final String instance = ManagementFactory.getRuntimeMXBean().getName();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "csv-leases");
            thread.setDaemon(true);
            return thread;
          });

  UploadLeases(UploadClaims claims, CsvConfig config) {
    this.claims = claims;
    this.config = config;
  }

  Optional<HeldUpload> claim(UUID id) {
    return hold(worker -> claims.claim(id, worker));
  }

  Optional<HeldUpload> takeOver() {
    return hold(claims::takeOver);
  }

  Optional<HeldUpload> takeOver(UUID id) {
    return hold(worker -> claims.takeOver(worker, id));
  }

  /** Each claim has a name of its own, so that an earlier one of this instance is another's. */
  private Optional<HeldUpload> hold(Function<String, Optional<Upload>> claim) {
    String worker = instance + "/" + UUID.randomUUID();
    long asked = System.nanoTime();
    return claim.apply(worker).map(upload -> keep(upload, worker, asked));
  }

  private HeldUpload keep(Upload upload, String worker, long asked) {
    AtomicReference<ScheduledFuture<?>> renewals = new AtomicReference<>();
    HeldUpload held =
        new HeldUpload(
            upload,
            worker,
            config.lease().toNanos(),
            asked,
            () -> Optional.ofNullable(renewals.get()).ifPresent(task -> task.cancel(false)));
    long third = config.lease().toMillis() / 3;
    renewals.set(
        timer.scheduleWithFixedDelay(() -> renew(held), third, third, TimeUnit.MILLISECONDS));
    return held;
  }

  private void renew(HeldUpload held) {
    long asked = System.nanoTime();
    try {
      held.renewed(asked, claims.renew(held.id(), held.worker()));
    } catch (RuntimeException e) { // the edge of the timer: the next renewal is due all the same
      Log.warnf("Upload %s: the lease was not renewed: %s", held.id(), e.getMessage());
    }
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
  }
}
