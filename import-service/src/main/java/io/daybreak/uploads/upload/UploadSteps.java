package io.daybreak.uploads.upload;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.work.Claim;
import io.daybreak.uploads.CsvConfig;
import io.daybreak.uploads.clean.Counts;
import io.daybreak.uploads.slack.SlackFile;
import io.daybreak.uploads.warehouse.Target;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * The steps of an upload that goes well; all methods block. Each is one statement that names the
 * state and the claim it starts from, so that a worker that was given up changes nothing.
 */
@ApplicationScoped
class UploadSteps {

  private static final String DESCRIBED =
      """
      update csv_upload
      set file_name = $3, file_bytes = $4, thread_ts = $5, table_name = $6
      where id = $1 and claim_token = $2 and state = 'CLAIMED'
      """;

  private static final String SEEN_BEFORE =
      """
      select exists (
        select from csv_upload where table_name = $1 and target is not null) as seen
      """;

  private static final String STORING =
      """
      update csv_upload
      set state = 'STORING', state_since = now(), target = $3, job = $4
      where id = $1 and claim_token = $2 and state = 'CLAIMED'
        and not exists (
          select from csv_upload other
          where other.target = $3 and other.state in ('STORING', 'STORED', 'STARTING'))
      """;

  private static final String READ_AS =
      """
      update csv_upload set encoding = $3, separator = $4
      where id = $1 and claim_token = $2 and state = 'STORING'
      """;

  private static final String COUNTED =
      """
      update csv_upload
      set rows_read = $3, rows_written = $4, rows_dropped = $5, rows_split = $6
      where id = $1 and claim_token = $2 and state = 'STORING'
      """;

  private static final String STORED =
      """
      update csv_upload set state = 'STORED', state_since = now()
      where id = $1 and claim_token = $2 and state = 'STORING'
      """;

  private static final String STARTING =
      """
      update csv_upload set state = 'STARTING', state_since = now()
      where id = $1 and claim_token = $2 and state = 'STORED'
      """;

  /** Nobody holds it now; when the pause is over, anybody may look. */
  private static final String UNCLEAR =
"""
update csv_upload
set state = 'UNCLEAR', state_since = case state when 'UNCLEAR' then state_since else now() end,
    claimed_by = null, claimed_until = null,
    look_again_at = now() + make_interval(secs => $3)
where id = $1 and claim_token = $2 and state in ('STARTING', 'UNCLEAR')
""";

  private static final String UNIQUE_VIOLATION = "23505";

  private final BlockingSql sql;
  private final CsvConfig config;

  UploadSteps(BlockingSql sql, CsvConfig config) {
    this.sql = sql;
    this.config = config;
  }

  /** Keeps what Slack says of the file. */
  void described(Claim<Upload> claim, SlackFile file, @Nullable String table) {
    require(
        claim,
        DESCRIBED,
        claim.work().id(),
        claim.token(),
        file.name(),
        file.bytes(),
        file.threadTs(),
        table);
  }

  /** Whether the table's configuration was found for any upload before. */
  boolean seenBefore(String table) {
    return sql.one(SEEN_BEFORE, table).getBoolean("seen");
  }

  /** CLAIMED becomes STORING, unless another upload has the target: then false. */
  boolean storing(Claim<Upload> claim, Target target, String job) {
    claim.check();
    try {
      return change(STORING, claim.work().id(), claim.token(), target.toString(), job);
    } catch (PgException e) {
      if (UNIQUE_VIOLATION.equals(e.getSqlState())) {
        return false;
      }
      throw e;
    }
  }

  /** Keeps how the file was read, for the message about it. */
  void readAs(Claim<Upload> claim, ReadAs readAs) {
    require(
        claim,
        READ_AS,
        claim.work().id(),
        claim.token(),
        readAs.encoding(),
        readAs.separator().name());
  }

  /** Keeps the counts before the object appears, so that whoever finds it knows them. */
  void counted(Claim<Upload> claim, Counts counts) {
    require(
        claim,
        COUNTED,
        claim.work().id(),
        claim.token(),
        counts.read(),
        counts.written(),
        counts.dropped(),
        counts.split());
  }

  /** STORING becomes STORED. */
  void stored(Claim<Upload> claim) {
    require(claim, STORED, claim.work().id(), claim.token());
  }

  /** STORED becomes STARTING: from here on the job counts as started by us. */
  void starting(Claim<Upload> claim) {
    claim.check();
    require(claim, STARTING, claim.work().id(), claim.token());
  }

  /** STARTING becomes UNCLEAR, or stays so until the next look. */
  void unclear(Claim<Upload> claim) {
    require(claim, UNCLEAR, claim.work().id(), claim.token(), config.unclearPause());
  }

  private void require(Claim<Upload> claim, String statement, @Nullable Object... values) {
    claim.require(change(statement, values));
  }

  private boolean change(String statement, @Nullable Object... values) {
    return sql.changed(statement, values) > 0;
  }
}
