package io.daybreak.uploads.upload;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.work.Claim;
import io.daybreak.uploads.clean.BadRows;
import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.fault.ErrorKind.Blame;
import io.daybreak.uploads.fault.UploadError;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
          claimed_by = null, claimed_until = null, notice_state = 'WAITING'
      where id = $1 and claim_token = $2 and state in ('STARTING', 'UNCLEAR')
      """;

  private static final String ENDED =
      """
      update csv_upload
      set state = $3, state_since = now(), ended_at = now(),
          error_code = $4, error_english = $5, error_korean = $6,
          bad_row_count = $7, bad_rows = $8, rows_read = greatest(rows_read, $9),
          error_values = $10, claimed_by = null, claimed_until = null, notice_state = $11
      where id = $1 and claim_token = $2
        and state in ('CLAIMED', 'STORING', 'STORED', 'STARTING', 'UNCLEAR')
      """;

  private final BlockingSql sql;
  private final EndListener listener;
  private final MeterRegistry metrics;

  UploadEndings(BlockingSql sql, EndListener listener, MeterRegistry metrics) {
    this.sql = sql;
    this.listener = listener;
    this.metrics = metrics;
  }

  /** The job runs. */
  void passed(Claim<Upload> claim, String jobRunId) {
    end(claim, UploadState.PASSED, PASSED, claim.work().id(), claim.token(), jobRunId);
  }

  void failed(Claim<Upload> claim, UploadError error) {
    failed(claim, error, new BadRows(0), 0);
  }

  /**
   * @param read records of the file that were looked at
   */
  void failed(Claim<Upload> claim, UploadError error, BadRows badRows, long read) {
    UploadState state =
        error.kind().blame() == Blame.FILE ? UploadState.REJECTED : UploadState.FAILED;
    @Nullable Object[] values =
        new Object[] {
          claim.work().id(),
          claim.token(),
          state.name(),
          error.kind().name(),
          error.english(),
          error.korean(),
          badRows.count(),
          Upload.json(badRows.kept()),
          read,
          new JsonObject(Map.copyOf(error.values())),
          error.kind() == ErrorKind.NOT_A_TABLE ? "NONE" : "WAITING"
        };
    Log.infof("Upload %s ends %s: %s", claim.work().id(), state, error.kind());
    end(claim, state, ENDED, values);
  }

  private void end(
      Claim<Upload> claim, UploadState state, String statement, @Nullable Object... values) {
    claim.require(sql.changed(statement, values) > 0);
    metrics.counter("daybreak.csv.uploads", "outcome", state.name()).increment();
    listener.ended();
  }
}
