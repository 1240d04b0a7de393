package io.daybreak.orders.reviewmail;

import io.daybreak.kit.sql.SqlValues;
import io.daybreak.kit.work.Claim;
import io.daybreak.orders.smtp.SmtpConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/**
 * What becomes of mails that the mail server would not take. They were refused before anything
 * happened, so that offering them again is no second attempt; how often and how long is bounded. A
 * server that refuses everybody holds the whole queue, not one mail after the other.
 */
@ApplicationScoped
class MailRefusals {

  /** A pause that is over may be followed by a longer one; within a pause nothing changes. */
  private static final String HOLD_QUEUE =
      """
      update mail_server
      set refused_at = now(), reply = $1,
          refusals = refusals + case when held_until > now() then 0 else 1 end,
          held_until = case when held_until > now() then held_until
            else now() + make_interval(secs => least($2 * power(2, least(refusals, 20)), $3)) end
      """;

  private static final String WAIT_FOR_SERVER =
      """
      update review_mail m
      set state = 'SCHEDULED', reason = 'MAIL_SERVER', detail = $3, claimed_by = null,
          claimed_until = null, due_at = greatest(m.due_at, s.held_until),
          first_refused_at = coalesce(m.first_refused_at, now()), state_since = now()
      from mail_server s
      where m.id = $1 and m.claim_token = $2 and m.state in ('SENDING', 'UNCLEAR')
        and coalesce(m.first_refused_at, now()) > now() - make_interval(secs => $4)
      """;

  private static final String WAIT =
      """
      update review_mail
      set state = 'SCHEDULED', reason = 'MAIL_SERVER', detail = $3, claimed_by = null,
          claimed_until = null,
          due_at = now() + make_interval(secs => least($4 * power(2, refusals), $5)),
          refusals = refusals + 1, first_refused_at = coalesce(first_refused_at, now()),
          state_since = now()
      where id = $1 and claim_token = $2 and state in ('SENDING', 'UNCLEAR') and refusals < $6
      """;

  /** Remembers the address and skips whatever of it waits, as an unsubscription does. */
  private static final String SUPPRESS =
      """
      with refused as (
        select m.shop_id, m.address_hash, o.email
        from review_mail m join shop_order o on o.id = m.order_id
        where m.id = $1 and m.address_hash is not null
      ), remembered as (
        insert into unsubscribed_address (shop_id, address_hash, reason, origin, address)
        select shop_id, address_hash, 'ADDRESS_REFUSED', 'MAIL_SERVER', email from refused
        on conflict do nothing
      )
      select skip_mails(shop_id, array[address_hash], 'ADDRESS_REFUSED') from refused
      """;

  private final Pool pool;
  private final SmtpConfig config;

  MailRefusals(Pool pool, SmtpConfig config) {
    this.pool = pool;
    this.config = config;
  }

  /**
   * The server did not let anybody in.
   *
   * @return false if the mail has waited for the server as long as it may
   */
  Uni<Boolean> holdQueue(Claim<UUID> mail, String reply) {
    Tuple hold =
        Tuple.of(reply, seconds(config.refusalPause()), seconds(config.longestRefusalPause()));
    Tuple wait = SqlValues.tuple(mail.key(), mail.token(), reply, seconds(config.longestHold()));
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(HOLD_QUEUE)
                .execute(hold)
                .chain(() -> change(tx, WAIT_FOR_SERVER, wait)));
  }

  /**
   * The server would not take this mail for now.
   *
   * @return false if it has been refused as often as it may
   */
  Uni<Boolean> wait(Claim<UUID> mail, String reply) {
    Tuple wait =
        Tuple.tuple()
            .addUUID(mail.work())
            .addLong(mail.token())
            .addString(reply)
            .addDouble(seconds(config.refusalPause()))
            .addDouble(seconds(config.longestRefusalPause()))
            .addInteger(config.refusalsPerMail());
    return pool.withConnection(connection -> change(connection, WAIT, wait));
  }

  /** Nobody has the address: the shop writes to it no more. */
  Uni<Void> suppress(Claim<UUID> mail) {
    return pool.preparedQuery(SUPPRESS).execute(Tuple.of(mail.work())).replaceWithVoid();
  }

  private static Uni<Boolean> change(SqlConnection connection, String sql, Tuple values) {
    return connection.preparedQuery(sql).execute(values).map(rows -> rows.rowCount() > 0);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
