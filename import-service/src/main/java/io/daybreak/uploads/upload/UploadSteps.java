package io.daybreak.uploads.upload;

import static io.daybreak.uploads.upload.UploadClaims.PATIENCE;

import io.daybreak.uploads.CsvConfig;
import io.daybreak.uploads.clean.Counts;
import io.daybreak.uploads.slack.SlackFile;
import io.daybreak.uploads.warehouse.Target;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * The steps of an upload that goes well; all methods block. Each is one statement that names the
 * state and the worker it starts from, so that a worker that was given up changes nothing.
 */
@ApplicationScoped
class UploadSteps {

  private static final String DESCRIBED =
      """
      update csv_upload
      set file_name = $3, file_bytes = $4, thread_ts = $5, table_name = $6
      where id = $1 and worker = $2 and state = 'CLAIMED'
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
      where id = $1 and worker = $2 and state = 'CLAIMED'
        and not exists (
          select from csv_upload other
          where other.target = $3 and other.state in ('STORING', 'STORED', 'STARTING'))
      """;

  private static final String READ_AS =
      """
      update csv_upload set encoding = $3, separator = $4
      where id = $1 and worker = $2 and state = 'STORING'
      """;

  private static final String COUNTED =
      """
      update csv_upload
      set rows_read = $3, rows_written = $4, rows_dropped = $5, rows_split = $6
      where id = $1 and worker = $2 and state = 'STORING'
      """;

  private static final String STORED =
      """
      update csv_upload set state = 'STORED', state_since = now()
      where id = $1 and worker = $2 and state = 'STORING'
      """;

  private static final String STARTING =
      """
      update csv_upload set state = 'STARTING', state_since = now()
      where id = $1 and worker = $2 and state = 'STORED'
      """;

  /** Nobody holds it now; when the pause is over, anybody may look. */
  private static final String UNCLEAR =
      """
      update csv_upload
      set state = 'UNCLEAR', state_since = case state when 'UNCLEAR' then state_since else now() end,
          worker = null, lease_until = now() + make_interval(secs => $3)
      where id = $1 and worker = $2 and state in ('STARTING', 'UNCLEAR')
      """;

  private static final String UNIQUE_VIOLATION = "23505";

  private final Pool pool;
  private final CsvConfig config;

  UploadSteps(Pool pool, CsvConfig config) {
    this.pool = pool;
    this.config = config;
  }

  /** Keeps what Slack says of the file. */
  void described(HeldUpload held, SlackFile file, @Nullable String table) {
    require(
        held,
        DESCRIBED,
        Tuple.from(
            new Object[] {
              held.id(), held.worker(), file.name(), file.bytes(), file.threadTs(), table
            }));
  }

  /** Whether the table's configuration was found for any upload before. */
  boolean seenBefore(String table) {
    return pool.preparedQuery(SEEN_BEFORE)
        .execute(Tuple.of(table))
        .await()
        .atMost(PATIENCE)
        .iterator()
        .next()
        .getBoolean("seen");
  }

  /** CLAIMED becomes STORING, unless another upload has the target: then false. */
  boolean storing(HeldUpload held, Target target, String job) {
    held.check();
    try {
      return change(STORING, Tuple.of(held.id(), held.worker(), target.toString(), job));
    } catch (PgException e) {
      if (UNIQUE_VIOLATION.equals(e.getSqlState())) {
        return false;
      }
      throw e;
    }
  }

  /** Keeps how the file was read, for the message about it. */
  void readAs(HeldUpload held, ReadAs readAs) {
    require(
        held,
        READ_AS,
        Tuple.of(held.id(), held.worker(), readAs.encoding(), readAs.separator().name()));
  }

  /** Keeps the counts before the object appears, so that whoever finds it knows them. */
  void counted(HeldUpload held, Counts counts) {
    require(
        held,
        COUNTED,
        Tuple.of(
            held.id(),
            held.worker(),
            counts.read(),
            counts.written(),
            counts.dropped(),
            counts.split()));
  }

  /** STORING becomes STORED. */
  void stored(HeldUpload held) {
    require(held, STORED, Tuple.of(held.id(), held.worker()));
  }

  /** STORED becomes STARTING: from here on the job counts as started by us. */
  void starting(HeldUpload held) {
    held.check();
    require(held, STARTING, Tuple.of(held.id(), held.worker()));
  }

  /** STARTING becomes UNCLEAR, or stays so until the next look. */
  void unclear(HeldUpload held) {
    double pause = UploadClaims.seconds(config.unclearPause());
    require(held, UNCLEAR, Tuple.of(held.id(), held.worker(), pause));
  }

  private void require(HeldUpload held, String statement, Tuple values) {
    held.require(change(statement, values));
  }

  private boolean change(String statement, Tuple values) {
    return pool.preparedQuery(statement).execute(values).await().atMost(PATIENCE).rowCount() > 0;
  }
}
