package io.daybreak.uploads.upload;

import io.daybreak.uploads.CsvConfig;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who has which upload in hand; all methods block. The database's clock decides. */
@ApplicationScoped
class UploadClaims {

  static final Duration PATIENCE = Duration.ofSeconds(10);

  /** An upload is begun once and never again. */
  private static final String CLAIM =
      """
      update csv_upload
      set state = 'CLAIMED', state_since = now(),
          worker = $2, lease_until = now() + make_interval(secs => $3)
      where id = $1 and state = 'RECEIVED'
      returning *
      """;

  /** Whose holder is gone; or whose job start is unclear and to be looked up again. */
  private static final String TAKE_OVER =
      """
      update csv_upload
      set worker = $1, lease_until = now() + make_interval(secs => $2)
      where id = (
          select id from csv_upload
          where state in ('CLAIMED', 'STORING', 'STORED', 'STARTING', 'UNCLEAR')
            and lease_until < now() and ($3::uuid is null or id = $3)
          order by lease_until
          limit 1
          for update skip locked)
      returning *
      """;

  private static final String RENEW =
      """
      update csv_upload set lease_until = now() + make_interval(secs => $3)
      where id = $1 and worker = $2
      """;

  private final Pool pool;
  private final CsvConfig config;

  UploadClaims(Pool pool, CsvConfig config) {
    this.pool = pool;
    this.config = config;
  }

  Optional<Upload> claim(UUID id, String worker) {
    return first(
        pool.preparedQuery(CLAIM)
            .execute(Tuple.of(id, worker, seconds(config.lease())))
            .await()
            .atMost(PATIENCE));
  }

  /** Takes over any upload whose lease has run out. */
  Optional<Upload> takeOver(String worker) {
    return takeOver(worker, null);
  }

  /** Takes over this upload, if its lease has run out. */
  Optional<Upload> takeOver(String worker, @Nullable UUID id) {
    return first(
        pool.preparedQuery(TAKE_OVER)
            .execute(Tuple.of(worker, seconds(config.lease()), id))
            .await()
            .atMost(PATIENCE));
  }

  /** Whether the upload is still this worker's. */
  boolean renew(UUID id, String worker) {
    return pool.preparedQuery(RENEW)
            .execute(Tuple.of(id, worker, seconds(config.lease())))
            .await()
            .atMost(PATIENCE)
            .rowCount()
        > 0;
  }

  static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static Optional<Upload> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(Upload.of(rows.iterator().next()));
  }
}
