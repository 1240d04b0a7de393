package io.daybreak.uploads.upload;

import io.daybreak.contracts.csv.CsvUploadReceived;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.deadletter.DeadLetterSync;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Goes on with an upload that got stuck: one that nobody began gets a new message, one whose worker
 * is gone is taken over. One that moves, or has ended, stays as it is; but see {@link #goOn}.
 */
@ApplicationScoped
class UploadSync implements DeadLetterSync<CsvUploadReceived> {

  private final StoredUploads stored;
  private final UploadQueue queue;
  private final UploadRecovery recovery;
  private final UploadList list;
  private final EndListener listener;

  UploadSync(
      StoredUploads stored,
      UploadQueue queue,
      UploadRecovery recovery,
      UploadList list,
      EndListener listener) {
    this.stored = stored;
    this.queue = queue;
    this.recovery = recovery;
    this.list = list;
    this.listener = listener;
  }

  @Override
  public Queue queue() {
    return Queue.CSV_UPLOADS;
  }

  @Override
  public String sync(CsvUploadReceived message) {
    return "The upload is " + sync(message.uploadId()).state() + ".";
  }

  /**
   * The same by a person, whose decision it is that a job that could not be started is started now.
   * Blocks; the upload as it is afterwards.
   */
  UploadView goOn(UUID id) {
    stored.takeUp(id);
    return sync(id);
  }

  /** Blocks; the upload as it is afterwards. */
  UploadView sync(UUID id) {
    list.one(id).await().atMost(UploadClaims.PATIENCE);
    queue.queue(id).await().atMost(UploadClaims.PATIENCE);
    recovery.recover(id);
    listener.ended();
    return list.one(id).await().atMost(UploadClaims.PATIENCE);
  }
}
