package io.daybreak.orders.reviewmail;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.sql.SqlValues;
import io.daybreak.kit.work.Claim;
import io.daybreak.kit.work.Expiring;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes down how the sending of a mail ended, and finds the mails of which nobody will say. */
@ApplicationScoped
class MailEndings implements Expiring {

  private static final Logger LOG = Logger.getLogger(MailEndings.class);

  /**
   * The sender knows best, even after its claim has expired, but not once a person has sent the
   * mail again: then the claim is another one.
   */
  private static final String SENT =
      """
      with taken as (
        update mail_server set refusals = 0, held_until = null where refusals > 0
      )
      update review_mail m
      set state = 'SENT', sent_at = now(), reason = null, detail = null, claimed_by = null, claimed_until = null,
          state_since = now()
      from shop s
      where m.id = $1 and m.claim_token = $2 and m.state in ('SENDING', 'UNCLEAR') and s.id = m.shop_id
      returning m.order_id, m.shop_id, m.kind, m.address_hash, m.sent_at, s.reminder_days,
        s.send_time, s.time_zone
      """;

  private static final String NOT_SENT =
      """
      update review_mail
      set state = $3, reason = $4, detail = $5, claimed_by = null, claimed_until = null,
          state_since = now()
      where id = $1 and claim_token = $2 and state in ('SENDING', 'UNCLEAR')
      """;

  private static final String PLAN_REMINDER =
      """
      insert into review_mail (shop_id, order_id, kind, state, address_hash, trigger_at, due_at)
      values ($1, $2, 'REMINDER', 'SCHEDULED', $3, $4, $5)
      on conflict (order_id, kind) do nothing
      """;

  private static final String LOSE =
      """
      update review_mail
      set state = 'UNCLEAR', reason = 'SENDER_LOST', state_since = now()
      where state = 'SENDING' and claimed_until < now()
      """;

  private final BlockingSql sql;
  private final Pool pool;

  MailEndings(BlockingSql sql, Pool pool) {
    this.sql = sql;
    this.pool = pool;
  }

  /** The request's reminder, where the shop wants one, is planned in the same transaction. */
  Uni<Void> sent(Claim<UUID> mail) {
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(SENT)
                .execute(SqlValues.tuple(mail.key(), mail.token()))
                .chain(
                    rows ->
                        rows.size() == 0
                            ? Uni.createFrom().voidItem()
                            : planReminder(tx, rows.iterator().next())));
  }

  /** It is certain that the customer did not get the mail. */
  Uni<Void> failed(Claim<UUID> mail, FailReason reason, @Nullable String detail) {
    return notSent(mail, MailState.FAILED, reason, detail);
  }

  /** The customer may have got the mail: a person has to decide. */
  Uni<Void> unclear(Claim<UUID> mail, FailReason reason, @Nullable String detail) {
    return notSent(mail, MailState.UNCLEAR, reason, detail);
  }

  @Override
  public void expire() {
    int lost = sql.changed(LOSE);
    if (lost > 0) {
      LOG.warnf("%d mails lost their sender and are unclear", lost);
    }
  }

  private Uni<Void> notSent(
      Claim<UUID> mail, MailState state, FailReason reason, @Nullable String detail) {
    return pool.preparedQuery(NOT_SENT)
        .execute(SqlValues.tuple(mail.key(), mail.token(), state.name(), reason.name(), detail))
        .replaceWithVoid();
  }

  private static Uni<Void> planReminder(SqlConnection tx, Row request) {
    Integer days = request.getInteger("reminder_days");
    if (days == null || !request.getString("kind").equals("REQUEST")) {
      return Uni.createFrom().voidItem();
    }
    Instant sentAt = request.getOffsetDateTime("sent_at").toInstant();
    Instant dueAt =
        SendRules.dueAt(
            sentAt,
            days,
            request.getLocalTime("send_time"),
            ZoneId.of(request.getString("time_zone")),
            sentAt);
    return tx.preparedQuery(PLAN_REMINDER)
        .execute(
            Tuple.of(
                request.getLong("shop_id"),
                request.getLong("order_id"),
                request.getString("address_hash"),
                sentAt.atOffset(ZoneOffset.UTC),
                dueAt.atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }
}
