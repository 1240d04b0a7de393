package io.daybreak.uploads.upload;

import static io.daybreak.uploads.upload.UploadClaims.PATIENCE;

import io.daybreak.uploads.clean.BadRows;
import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.fault.ErrorKind.Blame;
import io.daybreak.uploads.fault.UploadError;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * How uploads end; all methods block. With the end the message about it begins to wait; a file that
 * is for no table is nobody's concern, and nothing is said about it.
 */
@ApplicationScoped
class UploadEndings {

  private static final String PASSED =
      """
      update csv_upload
      set state = 'PASSED', state_since = now(), ended_at = now(), job_run_id = $3,
          worker = null, lease_until = null, notice_state = 'WAITING'
      where id = $1 and worker = $2 and state in ('STARTING', 'UNCLEAR')
      """;

  private static final String ENDED =
      """
      update csv_upload
      set state = $3, state_since = now(), ended_at = now(),
          error_code = $4, error_english = $5, error_korean = $6,
          bad_row_count = $7, bad_rows = $8, rows_read = greatest(rows_read, $9),
          error_values = $10, worker = null, lease_until = null, notice_state = $11
      where id = $1 and worker = $2
        and state in ('CLAIMED', 'STORING', 'STORED', 'STARTING', 'UNCLEAR')
      """;

  private final Pool pool;
  private final EndListener listener;
  private final MeterRegistry metrics;

  UploadEndings(Pool pool, EndListener listener, MeterRegistry metrics) {
    this.pool = pool;
    this.listener = listener;
    this.metrics = metrics;
  }

  /** The job runs. */
  void passed(HeldUpload held, String jobRunId) {
    end(held, PASSED, Tuple.of(held.id(), held.worker(), jobRunId), UploadState.PASSED);
  }

  void failed(HeldUpload held, UploadError error) {
    failed(held, error, new BadRows(0), 0);
  }

  /**
   * @param read records of the file that were looked at
   */
  void failed(HeldUpload held, UploadError error, BadRows badRows, long read) {
    UploadState state =
        error.kind().blame() == Blame.FILE ? UploadState.REJECTED : UploadState.FAILED;
    Tuple values =
        Tuple.from(
            new Object[] {
              held.id(),
              held.worker(),
              state.name(),
              error.kind().name(),
              error.english(),
              error.korean(),
              badRows.count(),
              Upload.json(badRows.kept()),
              read,
              new JsonObject(Map.copyOf(error.values())),
              error.kind() == ErrorKind.NOT_A_TABLE ? "NONE" : "WAITING"
            });
    Log.infof("Upload %s ends %s: %s", held.id(), state, error.kind());
    end(held, ENDED, values, state);
  }

  private void end(HeldUpload held, String statement, Tuple values, UploadState state) {
    held.require(
        pool.preparedQuery(statement).execute(values).await().atMost(PATIENCE).rowCount() > 0);
    metrics.counter("daybreak.csv.uploads", "outcome", state.name()).increment();
    listener.ended();
  }
}
