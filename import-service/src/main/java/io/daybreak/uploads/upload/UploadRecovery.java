package io.daybreak.uploads.upload;

import static java.util.Objects.requireNonNull;

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
class UploadRecovery {

  private final UploadLeases leases;
  private final UploadStore store;
  private final JobStarter starter;
  private final UploadSteps steps;
  private final UploadEndings endings;

  UploadRecovery(
      UploadLeases leases,
      UploadStore store,
      JobStarter starter,
      UploadSteps steps,
      UploadEndings endings) {
    this.leases = leases;
    this.store = store;
    this.starter = starter;
    this.steps = steps;
    this.endings = endings;
  }

  /** Takes over one upload whose lease ran out; false if there is none. */
  boolean recoverAny() {
    return leases.takeOver().map(this::recover).isPresent();
  }

  /** Takes over this upload, if its lease ran out. */
  void recover(UUID id) {
    leases.takeOver(id).map(this::recover);
  }

  private HeldUpload recover(HeldUpload held) {
    try (held) {
      Log.infof("Upload %s was left in %s and is taken over", held.id(), held.upload().state());
      switch (held.upload().state()) {
        case CLAIMED -> endings.failed(held, ErrorKind.WORKER_LOST.with());
        case STORING -> storing(held);
        case STORED -> starter.start(held, job(held), target(held));
        case STARTING, UNCLEAR -> starter.lookUp(held, job(held), target(held));
        default -> throw new IllegalStateException("Not taken over in this state");
      }
    } catch (HeldUpload.LostException e) {
      Log.warn(e.getMessage());
    }
    return held;
  }

  /** The object may have appeared just before its writer was lost: then all of it was good. */
  private void storing(HeldUpload held) {
    if (store.isOurs(held, target(held))) {
      steps.stored(held);
      starter.start(held, job(held), target(held));
    } else {
      store.abandon(held, target(held));
      endings.failed(held, ErrorKind.WORKER_LOST.with());
    }
  }

  private static Target target(HeldUpload held) {
    return Target.of(requireNonNull(held.upload().target(), "set with STORING"));
  }

  private static String job(HeldUpload held) {
    return requireNonNull(held.upload().job(), "set with STORING");
  }
}
