package io.daybreak.uploads.upload;

import io.daybreak.contracts.csv.CsvUploadReceived;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.access.Scope;
import io.daybreak.kit.deadletter.DeadLetterSync;
import io.daybreak.kit.sql.BlockingSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Goes on with an upload that got stuck: one that nobody began gets a new message, one whose worker
 * is gone is taken over. One that moves, or has ended, stays as it is; but see {@link #goOn}.
 */
@ApplicationScoped
class UploadSync implements DeadLetterSync<CsvUploadReceived> {

  private final StoredUploads stored;
  private final BlockingSql sql;
  private final UploadQueue queue;
  private final UploadRecovery recovery;
  private final UploadList list;
  private final EndListener listener;

  UploadSync(
      BlockingSql sql,
      StoredUploads stored,
      UploadQueue queue,
      UploadRecovery recovery,
      UploadList list,
      EndListener listener) {
    this.stored = stored;
    this.sql = sql;
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
    sql.await(list.one(new Scope.Everybody(), id));
    sql.await(queue.queue(id));
    recovery.recover(id);
    listener.ended();
    return sql.await(list.one(new Scope.Everybody(), id));
  }
}
