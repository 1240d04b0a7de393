package io.daybreak.uploads.upload;

import static java.util.Objects.requireNonNull;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.work.Claim;
import io.daybreak.kit.work.ClaimLostException;
import io.daybreak.kit.work.Expiring;
import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.warehouse.Target;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Goes on with uploads whose worker is gone, from what is written down. What was begun outside and
 * not written down is looked up first; nothing is begun a second time.
 */
@ApplicationScoped
class UploadRecovery implements Expiring {

  private final BlockingSql sql;
  private final UploadQueue queue;
  private final UploadClaims claims;
  private final UploadStore store;
  private final JobStarter starter;
  private final UploadSteps steps;
  private final UploadEndings endings;

  UploadRecovery(
      BlockingSql sql,
      UploadQueue queue,
      UploadClaims claims,
      UploadStore store,
      JobStarter starter,
      UploadSteps steps,
      UploadEndings endings) {
    this.sql = sql;
    this.queue = queue;
    this.claims = claims;
    this.store = store;
    this.starter = starter;
    this.steps = steps;
    this.endings = endings;
  }

  @Override
  public void expire() {
    while (recoverAny()) {
      // one at a time until there is none
    }
    sql.await(queue.queueLateOnes());
  }

  /** Takes over one upload whose claim has expired; false if there is none. */
  boolean recoverAny() {
    return claims.takeOver().map(this::recover).isPresent();
  }

  /** Takes over this upload, if its claim has expired. */
  void recover(UUID id) {
    claims.takeOver(id).map(this::recover);
  }

  private Claim<Upload> recover(Claim<Upload> claim) {
    try (claim) {
      Log.infof(
          "Upload %s was left in %s and is taken over", claim.work().id(), claim.work().state());
      switch (claim.work().state()) {
        case CLAIMED -> endings.failed(claim, ErrorKind.WORKER_LOST.with());
        case STORING -> storing(claim);
        case STORED -> starter.start(claim, job(claim), target(claim));
        case STARTING, UNCLEAR -> starter.lookUp(claim, job(claim), target(claim));
        default -> throw new IllegalStateException("Not taken over in this state");
      }
    } catch (ClaimLostException e) {
      Log.warn(e.getMessage());
    }
    return claim;
  }

  /** The object may have appeared just before its writer was lost: then all of it was good. */
  private void storing(Claim<Upload> claim) {
    if (store.isOurs(claim, target(claim))) {
      steps.stored(claim);
      starter.start(claim, job(claim), target(claim));
    } else {
      store.abandon(claim, target(claim));
      endings.failed(claim, ErrorKind.WORKER_LOST.with());
    }
  }

  private static Target target(Claim<Upload> claim) {
    return Target.of(requireNonNull(claim.work().target(), "set with STORING"));
  }

  private static String job(Claim<Upload> claim) {
    return requireNonNull(claim.work().job(), "set with STORING");
  }
}
