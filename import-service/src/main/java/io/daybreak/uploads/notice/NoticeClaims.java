package io.daybreak.uploads.notice;

import io.daybreak.uploads.CsvConfig;
import io.daybreak.uploads.upload.Upload;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far each message is; all methods block. SENDING is committed before Slack is called. */
@ApplicationScoped
class NoticeClaims {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String OLDEST =
      "select * from csv_upload where notice_state = 'WAITING' order by ended_at, id limit 1";

  private static final String SENDING =
      """
      update csv_upload
      set notice_state = 'SENDING', notice_lease_until = now() + make_interval(secs => $2)
      where id = $1 and notice_state = 'WAITING'
      """;

  private static final String WAITING_AGAIN =
      """
      update csv_upload set notice_state = 'WAITING', notice_lease_until = null
      where id = $1 and notice_state = 'SENDING'
      """;

  private static final String OVER =
      """
      update csv_upload
      set notice_state = $2, notice_ts = $3, notice_failure = $4, notice_lease_until = null
      where id = $1 and notice_state in ('WAITING', 'SENDING')
      """;

  /** Whoever sent it is gone: it may have been sent. */
  private static final String LOST =
      """
      update csv_upload
      set notice_state = 'UNCLEAR', notice_lease_until = null,
          notice_failure = 'The instance that sent the message stopped meanwhile'
      where notice_state = 'SENDING' and notice_lease_until < now()
      """;

  private final Pool pool;
  private final CsvConfig config;

  NoticeClaims(Pool pool, CsvConfig config) {
    this.pool = pool;
    this.config = config;
  }

  Optional<Upload> oldest() {
    var rows = pool.preparedQuery(OLDEST).execute().await().atMost(PATIENCE);
    return rows.size() == 0 ? Optional.empty() : Optional.of(Upload.of(rows.iterator().next()));
  }

  /** WAITING becomes SENDING; false if it was another's. */
  boolean sending(UUID id) {
    return change(SENDING, Tuple.of(id, config.noticeLease().toSeconds() * 1.0));
  }

  /** Slack did not take it, so it is not sent. */
  void waitingAgain(UUID id) {
    change(WAITING_AGAIN, Tuple.of(id));
  }

  void sent(UUID id, @Nullable String ts) {
    change(OVER, Tuple.of(id, "SENT", ts, null));
  }

  void unclear(UUID id, String failure) {
    change(OVER, Tuple.of(id, "UNCLEAR", null, failure));
  }

  void refused(UUID id, String failure) {
    change(OVER, Tuple.of(id, "REFUSED", null, failure));
  }

  void giveUpLost() {
    pool.query(LOST).execute().await().atMost(PATIENCE);
  }

  private boolean change(String statement, Tuple values) {
    return pool.preparedQuery(statement).execute(values).await().atMost(PATIENCE).rowCount() > 0;
  }
}
