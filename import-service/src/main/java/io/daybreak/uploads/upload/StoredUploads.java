package io.daybreak.uploads.upload;

import io.daybreak.kit.sql.BlockingSql;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Uploads that failed when all of their rows were stored, because Glue had no job or no room for
 * it. A person who has mended that takes them up again where they stopped; nobody else does.
 */
@ApplicationScoped
class StoredUploads {

  private static final String TAKE_UP =
      """
      update csv_upload
      set state = 'STORED', state_since = now(), ended_at = null,
          error_code = null, error_english = null, error_korean = null, error_values = '{}',
          claimed_by = null, claimed_until = null,
          look_again_at = now() - interval '1 second',
          notice_state = 'NONE', notice_ts = null, notice_failure = null
      where id = $1 and state = 'FAILED'
        and error_code in ('JOB_MISSING', 'JOB_BUSY', 'JOB_REFUSED')
        and notice_state in ('SENT', 'REFUSED', 'UNCLEAR')
      """;

  private static final String UNIQUE_VIOLATION = "23505";

  private final BlockingSql sql;

  StoredUploads(BlockingSql sql) {
    this.sql = sql;
  }

  /** Blocks. FAILED becomes STORED, unless the file was shared again meanwhile. */
  void takeUp(UUID id) {
    try {
      sql.changed(TAKE_UP, id);
    } catch (PgException e) {
      if (!UNIQUE_VIOLATION.equals(e.getSqlState())) {
        throw e;
      }
    }
  }
}
