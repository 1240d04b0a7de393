package io.daybreak.imports.telling;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.work.Claim;
import io.daybreak.kit.work.ClaimTable;
import io.daybreak.kit.work.Claims;
import io.daybreak.kit.work.Expiring;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Messages from the moment in which a set is found to have changed; all methods block. What is told
 * is written down with the message in one statement, so that a set is told of once, however many
 * replicas look.
 */
@ApplicationScoped
class RunNotices implements Expiring {

  private static final ClaimTable NOTICES = new ClaimTable("run_notice", "id");

  /**
   * A set that fails, and was not told of; or that was, and has succeeded since. Not while a run is
   * live or has ended a moment ago: it decides. What a person cancelled says nothing.
   */
  private static final String WRITE =
      """
      with last as (
        select distinct on (raw_data_id) raw_data_id, state, failure_code
        from run
        where ended_at > now() - interval '2 days'
          and ended_at < now() - make_interval(secs => $1)
          and failure_code is distinct from 'CANCELLED'
        order by raw_data_id, queue_number desc
      ), changed as (
        update raw_data set told_failing = (last.state = 0)
        from last
        where raw_data.id = last.raw_data_id and raw_data.deleted_at is null
          and raw_data.told_failing <> (last.state = 0)
          and not exists (
            select from run other
            where other.raw_data_id = raw_data.id
              and (other.state between 1 and 6 or other.ended_at >= now() - make_interval(secs => $1)))
        returning raw_data.id, raw_data.api_key_id, raw_data.organisation_id, raw_data.format,
                  raw_data.customer_id, raw_data.told_failing, last.failure_code
      ), told as (
        select changed.organisation_id, changed.told_failing,
               jsonb_build_object('id', changed.id, 'format', changed.format,
                                  'customerId', changed.customer_id, 'account', account.name,
                                  'code', changed.failure_code) as item
        from changed left join ad_account account
          using (api_key_id, organisation_id, customer_id)
        order by account.name, changed.customer_id, changed.format
      )
      insert into run_notice (channel_id, organisation_id, failed, well)
      select channel.id, channel.organisation_id,
             coalesce(jsonb_agg(item) filter (where told_failing), '[]'),
             coalesce(jsonb_agg(item) filter (where not told_failing), '[]')
      from told join slack_channel channel
        on channel.organisation_id = told.organisation_id and channel.tells_runs
      group by channel.id, channel.organisation_id
      """;

  private static final String CLAIM =
      """
      update run_notice
      set claimed_by = $1, claimed_until = now() + make_interval(secs => $2)
      where id = (
        select id from run_notice
        where state = 'WAITING' and (claimed_by is null or claimed_until < now())
        order by created_at
        limit 1
        for update skip locked)
      returning *
      """;

  private static final String SENDING =
      """
      update run_notice set state = 'SENDING'
      where id = $1 and claim_token = $2 and state = 'WAITING'
      """;

  private static final String WAITING_AGAIN =
      """
      update run_notice set state = 'WAITING'
      where id = $1 and claim_token = $2 and state = 'SENDING'
      """;

  private static final String END =
      """
      update run_notice
      set state = $3, failure = $4, ended_at = now(), claimed_by = null, claimed_until = null
      where id = $1 and claim_token = $2 and state in ('WAITING', 'SENDING')
      """;

  /** Whoever sent it is gone: it may have been sent. */
  private static final String LOST =
      """
      update run_notice
      set state = 'UNCLEAR', failure = 'The instance that sent the message stopped meanwhile',
          ended_at = now(), claimed_by = null, claimed_until = null
      where state = 'SENDING' and claimed_until < now()
      """;

  private final Claims claims;
  private final BlockingSql sql;
  private final TellingConfig config;

  RunNotices(Claims claims, BlockingSql sql, TellingConfig config) {
    this.claims = claims;
    this.sql = sql;
    this.config = config;
  }

  /** Writes down what there is to tell; answers how many messages that makes. */
  int write() {
    return sql.changed(WRITE, config.after());
  }

  /** Claims the message that waits longest. */
  Optional<Claim<RunNotice>> claimOldest() {
    return claims.claim(
        NOTICES, config.lease(), by -> sql.first(CLAIM, by, config.lease()), RunNotice::of);
  }

  /**
   * WAITING becomes SENDING.
   *
   * @throws io.daybreak.kit.work.ClaimLostException if it is another's
   */
  void sending(Claim<RunNotice> claim) {
    claim.check();
    claim.require(sql.changed(SENDING, claim.key(), claim.token()) > 0);
  }

  /** Slack did not take it, so it is not sent. */
  void waitingAgain(Claim<RunNotice> claim) {
    sql.changed(WAITING_AGAIN, claim.key(), claim.token());
  }

  /**
   * @param state SENT, UNCLEAR or REFUSED
   */
  void ended(Claim<RunNotice> claim, String state, @Nullable String failure) {
    sql.changed(END, claim.key(), claim.token(), state, failure);
  }

  @Override
  public void expire() {
    sql.changed(LOST);
  }
}
