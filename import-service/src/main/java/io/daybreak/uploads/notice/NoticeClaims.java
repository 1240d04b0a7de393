package io.daybreak.uploads.notice;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.work.Claim;
import io.daybreak.kit.work.ClaimTable;
import io.daybreak.kit.work.Claims;
import io.daybreak.kit.work.Expiring;
import io.daybreak.uploads.CsvConfig;
import io.daybreak.uploads.upload.Upload;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the message about each upload is; all methods block. An upload that has ended is claimed
 * a second time for its message. SENDING is committed right before Slack is called.
 */
@ApplicationScoped
class NoticeClaims implements Expiring {

  private static final ClaimTable UPLOADS = new ClaimTable("csv_upload", "id");

  private static final String CLAIM_OLDEST =
      """
      update csv_upload
      set claimed_by = $1, claimed_until = now() + make_interval(secs => $2)
      where id = (
          select id from csv_upload
          where notice_state = 'WAITING' and (claimed_by is null or claimed_until < now())
          order by ended_at, id
          limit 1
          for update skip locked)
      returning *
      """;

  private static final String SENDING =
      """
      update csv_upload set notice_state = 'SENDING'
      where id = $1 and claim_token = $2 and notice_state = 'WAITING'
      """;

  private static final String WAITING_AGAIN =
      """
      update csv_upload set notice_state = 'WAITING'
      where id = $1 and claim_token = $2 and notice_state = 'SENDING'
      """;

  private static final String OVER =
      """
      update csv_upload
      set notice_state = $3, notice_ts = $4, notice_failure = $5,
          claimed_by = null, claimed_until = null
      where id = $1 and claim_token = $2 and notice_state in ('WAITING', 'SENDING')
      """;

  /** Whoever sent it is gone: it may have been sent. */
  private static final String LOST =
      """
      update csv_upload
      set notice_state = 'UNCLEAR', claimed_by = null, claimed_until = null,
          notice_failure = 'The instance that sent the message stopped meanwhile'
      where notice_state = 'SENDING' and claimed_until < now()
      """;

  private final Claims claims;
  private final BlockingSql sql;
  private final CsvConfig config;

  NoticeClaims(Claims claims, BlockingSql sql, CsvConfig config) {
    this.claims = claims;
    this.sql = sql;
    this.config = config;
  }

  /** Claims the upload whose message waits longest. */
  Optional<Claim<Upload>> claimOldest() {
    return claims.claim(
        UPLOADS,
        config.noticeLease(),
        by -> sql.first(CLAIM_OLDEST, by, config.noticeLease()),
        Upload::of);
  }

  /**
   * WAITING becomes SENDING.
   *
   * @throws io.daybreak.kit.work.ClaimLostException if it is another's
   */
  void sending(Claim<Upload> claim) {
    claim.check();
    claim.require(change(SENDING, claim));
  }

  /** Slack did not take it, so it is not sent. */
  void waitingAgain(Claim<Upload> claim) {
    change(WAITING_AGAIN, claim);
  }

  void sent(Claim<Upload> claim, @Nullable String ts) {
    sql.changed(OVER, claim.key(), claim.token(), "SENT", ts, null);
  }

  void unclear(Claim<Upload> claim, String failure) {
    sql.changed(OVER, claim.key(), claim.token(), "UNCLEAR", null, failure);
  }

  void refused(Claim<Upload> claim, String failure) {
    sql.changed(OVER, claim.key(), claim.token(), "REFUSED", null, failure);
  }

  @Override
  public void expire() {
    sql.changed(LOST);
  }

  private boolean change(String statement, Claim<Upload> claim) {
    return sql.changed(statement, claim.key(), claim.token()) > 0;
  }
}
