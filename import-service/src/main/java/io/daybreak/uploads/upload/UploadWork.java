package io.daybreak.uploads.upload;

import io.daybreak.kit.budget.BudgetExhaustedException;
import io.daybreak.kit.work.Claim;
import io.daybreak.kit.work.ClaimLostException;
import io.daybreak.uploads.CsvConfig;
import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.fault.UploadError;
import io.daybreak.uploads.fault.UploadException;
import io.daybreak.uploads.slack.PacedSlack;
import io.daybreak.uploads.slack.SlackException;
import io.daybreak.uploads.slack.SlackFile;
import io.daybreak.uploads.table.TableConfiguration;
import io.daybreak.uploads.table.TableConfiguration.Access;
import io.daybreak.uploads.table.TableStore;
import io.daybreak.uploads.warehouse.Target;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** What is done with a claimed upload, from asking for its file to its end; blocks. */
@ApplicationScoped
class UploadWork {

  private static final long LOOK_EVERY_NANOS = 500_000_000;

  private final PacedSlack slack;
  private final TableStore tables;
  private final UploadStore store;
  private final JobStarter starter;
  private final UploadSteps steps;
  private final UploadEndings endings;
  private final CsvConfig config;
  private final Clock clock;

  UploadWork(
      PacedSlack slack,
      TableStore tables,
      UploadStore store,
      JobStarter starter,
      UploadSteps steps,
      UploadEndings endings,
      CsvConfig config,
      Clock clock) {
    this.slack = slack;
    this.tables = tables;
    this.store = store;
    this.starter = starter;
    this.steps = steps;
    this.endings = endings;
    this.config = config;
    this.clock = clock;
  }

  /** Does all of it. However it goes, the upload has ended, or is what the sweep goes on with. */
  void work(Claim<Upload> claim) {
    store(claim).ifPresent(stored -> start(claim, stored));
  }

  /** What is in S3, and the job that is to load it. */
  private record Stored(Target target, String job) {}

  /** Writes the object; nothing if that failed, and with it the upload. */
  private Optional<Stored> store(Claim<Upload> claim) {
    try {
      SlackFile file = slack.readyFile(claim.work().fileId(), claim.work().channelId());
      TableConfiguration table = table(claim, file);
      Target target = TargetPath.target(table, claim.work().id(), clock);
      String job = TargetPath.job(table, claim.work().id(), clock);
      awaitTarget(claim, target, job);
      store.store(claim, file, table, target);
      return Optional.of(new Stored(target, job));
    } catch (WrongRowsException e) {
      endings.failed(claim, e.error(), e.rows(), e.read());
    } catch (UploadException e) {
      endings.failed(claim, e.error());
    } catch (SlackException e) {
      endings.failed(claim, saidBySlack(claim, e));
    } catch (BudgetExhaustedException | TimeoutException e) {
      endings.failed(claim, ErrorKind.SLACK_UNAVAILABLE.with("no answer in time"));
    } catch (ClaimLostException e) {
      Log.warn(e.getMessage());
    } catch (RuntimeException e) { // the edge of the worker
      Log.errorf(e, "Upload %s failed", claim.work().id());
      endings.failed(claim, ErrorKind.INTERNAL.with(claim.work().id()));
    }
    return Optional.empty();
  }

  /** From here on a fault of ours ends nothing: the job may run, which the sweep looks up. */
  private void start(Claim<Upload> claim, Stored stored) {
    try {
      starter.start(claim, stored.job(), stored.target());
    } catch (ClaimLostException e) {
      Log.warn(e.getMessage());
    } catch (RuntimeException e) { // the edge of the worker
      Log.errorf(
          e, "Upload %s: its job is looked up when the claim has expired", claim.work().id());
    }
  }

  private TableConfiguration table(Claim<Upload> claim, SlackFile file) {
    Optional<String> name = TableStore.tableOf(file.name());
    steps.described(claim, file, name.orElse(null));
    if (file.kind() == SlackFile.Kind.LINKED_SHEET) {
      throw new UploadException(ErrorKind.LINKED_FILE.with());
    }
    if (file.kind() == SlackFile.Kind.OTHER || !tables.isMeant(file.name())) {
      throw new UploadException(ErrorKind.NOT_A_TABLE.with());
    }
    TableConfiguration table =
        tables.find(name.orElseThrow(tables::unknownName), steps.seenBefore(name.orElseThrow()));
    Access access = table.access();
    if (!access.allows(claim.work().channelId(), claim.work().userId())) {
      throw new UploadException(
          ErrorKind.NOT_ALLOWED.with(table.name(), String.join(", ", access.channels())));
    }
    return table;
  }

  /** One upload at a time writes a target; the others wait here, their claims renewed. */
  private void awaitTarget(Claim<Upload> claim, Target target, String job) {
    long until = System.nanoTime() + config.targetWait().toNanos();
    while (!steps.storing(claim, target, job)) {
      if (System.nanoTime() - until > 0) {
        throw new UploadException(ErrorKind.TARGET_BUSY.with(target));
      }
      LockSupport.parkNanos(LOOK_EVERY_NANOS);
    }
  }

  private UploadError saidBySlack(Claim<Upload> claim, SlackException e) {
    return switch (e.kind()) {
      case CREDENTIALS -> ErrorKind.SLACK_CREDENTIALS.with(e.getMessage());
      case FILE_GONE -> ErrorKind.FILE_DELETED.with();
      case REFUSED -> ErrorKind.SLACK_UNAVAILABLE.with(e.getMessage());
      case UNAVAILABLE ->
          isGone(claim)
              ? ErrorKind.FILE_DELETED.with()
              : ErrorKind.SLACK_UNAVAILABLE.with(e.getMessage());
    };
  }

  /** A file that stops coming may have been deleted: that is looked up, not guessed. */
  private boolean isGone(Claim<Upload> claim) {
    try {
      slack.fileInfo(claim.work().fileId(), claim.work().channelId());
      return false;
    } catch (SlackException e) {
      return e.kind() == SlackException.Kind.FILE_GONE;
    } catch (BudgetExhaustedException | TimeoutException e) {
      return false;
    }
  }
}
