package io.daybreak.uploads.upload;

import io.daybreak.kit.work.Claim;
import io.daybreak.uploads.CsvConfig;
import io.daybreak.uploads.clean.Counts;
import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.fault.UploadException;
import io.daybreak.uploads.slack.PacedSlack;
import io.daybreak.uploads.slack.SlackFile;
import io.daybreak.uploads.table.TableConfiguration;
import io.daybreak.uploads.warehouse.ObjectGateway;
import io.daybreak.uploads.warehouse.ObjectGateway.Stored;
import io.daybreak.uploads.warehouse.StoreException;
import io.daybreak.uploads.warehouse.Target;
import io.daybreak.uploads.warehouse.TargetWriter;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** From the file in Slack to the object in S3; the object appears only if all of it was good. */
@ApplicationScoped
class UploadStore {

  private final PacedSlack slack;
  private final ObjectGateway objects;
  private final UploadSteps steps;
  private final CsvConfig config;

  UploadStore(PacedSlack slack, ObjectGateway objects, UploadSteps steps, CsvConfig config) {
    this.slack = slack;
    this.objects = objects;
    this.steps = steps;
    this.config = config;
  }

  /** Writes the object of an upload in STORING, which then is in STORED. */
  void store(Claim<Upload> claim, SlackFile file, TableConfiguration table, Target target) {
    TargetWriter writer = begin(claim, target);
    try {
      FileCopy copy =
          new FileCopy(claim, table, writer, config.longestRecord(), config.badRowsKept());
      Counts counts = read(claim, file, copy);
      slack.fileInfo(claim.work().fileId(), claim.work().channelId()); // deleted meanwhile?
      claim.check();
      steps.counted(claim, counts);
      claim.check();
      writer.complete();
    } catch (StoreException | TimeoutException e) {
      if (!isOurs(claim, target)) { // else S3 completed the upload without saying so
        abort(claim, writer);
        throw new UploadException(ErrorKind.STORE_FAILED.with(target, reason(e)), e);
      }
    } catch (RuntimeException e) {
      abort(claim, writer);
      throw e;
    }
    check(claim, target, writer.bytes());
    steps.stored(claim);
  }

  private Counts read(Claim<Upload> claim, SlackFile file, FileCopy copy) {
    try {
      return slack.content(file, content -> copy.copy(content, file.bytes()));
    } finally {
      ReadAs readAs = copy.readAs();
      if (readAs != null) {
        steps.readAs(claim, readAs);
      }
    }
  }

  /** Whether the target has this upload's object. */
  boolean isOurs(Claim<Upload> claim, Target target) {
    try {
      return objects
          .look(target)
          .filter(found -> found.uploadId().equals(claim.work().id().toString()))
          .isPresent();
    } catch (StoreException | TimeoutException e) {
      Log.warnf(
          "Upload %s: %s could not be looked at: %s", claim.work().id(), target, e.getMessage());
      return false;
    }
  }

  /** Gives back what a lost worker sent to the target. */
  void abandon(Claim<Upload> claim, Target target) {
    try {
      objects.unfinished(target).forEach(multipart -> objects.abort(target, multipart));
    } catch (StoreException | TimeoutException e) {
      Log.warnf("Upload %s: parts at %s stay: %s", claim.work().id(), target, e.getMessage());
    }
  }

  private TargetWriter begin(Claim<Upload> claim, Target target) {
    try {
      return new TargetWriter(objects, target, claim.work().id().toString(), config.partBytes());
    } catch (StoreException | TimeoutException e) {
      throw new UploadException(ErrorKind.STORE_FAILED.with(target, reason(e)), e);
    }
  }

  private void check(Claim<Upload> claim, Target target, long bytes) {
    Optional<Stored> found;
    try {
      found = objects.look(target);
    } catch (StoreException | TimeoutException e) {
      throw new UploadException(ErrorKind.OBJECT_MISSING.with(target, reason(e)), e);
    }
    Stored stored =
        found.orElseThrow(
            () -> new UploadException(ErrorKind.OBJECT_MISSING.with(target, "S3 answered 404")));
    if (stored.bytes() != bytes || !stored.uploadId().equals(claim.work().id().toString())) {
      throw new UploadException(
          ErrorKind.OBJECT_MISSING.with(target, stored.bytes() + " / " + bytes + " bytes"));
    }
  }

  private static String reason(RuntimeException e) {
    return e instanceof StoreException ? e.getMessage() : "S3 did not answer in time";
  }

  private static void abort(Claim<Upload> claim, TargetWriter writer) {
    try {
      writer.abort();
    } catch (StoreException | TimeoutException e) {
      Log.warnf(
          "Upload %s: its parts stay until S3 expires them: %s", claim.work().id(), e.getMessage());
    }
  }
}
