package io.daybreak.orders.reviewmail;

import io.daybreak.contracts.order.ReviewMailDue;
import io.daybreak.kit.outbox.Outbox;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** What people, and the dead-letter handler, decide about single mails. */
@ApplicationScoped
class MailDecisions {

  /**
   * Goes the way of every mail: through the queue and the claim with its guards. What was unclear
   * once takes the confirmation whatever became of it since.
   */
  private static final String SEND_NOW =
      """
      update review_mail
      set state = 'DUE', forced = true, due_at = now(), claimed_by = null, claimed_until = null, reason = null,
          detail = null, perhaps_sent = perhaps_sent or state = 'UNCLEAR', state_since = now()
      where id = $1 and state in ('WAITING', 'SCHEDULED', 'SKIPPED', 'FAILED', 'CANCELLED', 'UNCLEAR')
        and ($2 or not perhaps_sent and state <> 'UNCLEAR')
      """;

  private static final String CANCEL =
      """
      update review_mail
      set state = 'CANCELLED', claimed_by = null, claimed_until = null, reason = null,
          detail = null, perhaps_sent = perhaps_sent or state = 'UNCLEAR', state_since = now()
      where id = $1 and state in ('WAITING', 'SCHEDULED', 'DUE', 'SKIPPED', 'FAILED', 'UNCLEAR')
      """;

  /** A due mail whose message died is put on the queue again: nobody has claimed it. */
  private static final String REMIND =
      """
      update review_mail set claimed_by = null, claimed_until = null, state_since = now()
      where id = $1 and state = 'DUE'
      """;

  private static final String LOSE =
      """
      update review_mail
      set state = 'UNCLEAR', reason = 'SENDER_LOST', state_since = now()
      where id = $1 and state = 'SENDING' and claimed_until < now()
      """;

  private final Pool pool;
  private final Outbox outbox;
  private final MailHistory history;

  MailDecisions(Pool pool, Outbox outbox, MailHistory history) {
    this.pool = pool;
    this.outbox = outbox;
    this.history = history;
  }

  /**
   * Makes a mail due now; the shop's own rules do not hold it back, facts do.
   *
   * @param confirmed whether a mail that perhaps was sent may be sent again
   */
  Uni<ReviewMailView> sendNow(UUID id, boolean confirmed) {
    return history
        .get(id)
        .chain(() -> enqueue(id, SEND_NOW, Tuple.of(id, confirmed)))
        .chain(changed -> answer(id, changed));
  }

  Uni<ReviewMailView> cancel(UUID id) {
    return history
        .get(id)
        .chain(() -> pool.preparedQuery(CANCEL).execute(Tuple.of(id)))
        .chain(rows -> answer(id, rows.rowCount() > 0));
  }

  /** Puts right what a dead letter left behind; a second call changes nothing more. */
  Uni<ReviewMailView> sync(UUID id) {
    return history.get(id).chain(() -> putRight(id)).chain(() -> history.get(id));
  }

  /**
   * The same, for no caller.
   *
   * @return whether the mail is due and was put on the queue again
   */
  Uni<Boolean> putRight(UUID id) {
    return pool.preparedQuery(LOSE)
        .execute(Tuple.of(id))
        .chain(() -> enqueue(id, REMIND, Tuple.of(id)));
  }

  private Uni<Boolean> enqueue(UUID id, String sql, Tuple parameters) {
    return pool.withTransaction(tx -> enqueue(tx, id, sql, parameters))
        .invoke(changed -> outbox.published());
  }

  private Uni<Boolean> enqueue(SqlConnection tx, UUID id, String sql, Tuple parameters) {
    return tx.preparedQuery(sql)
        .execute(parameters)
        .chain(
            rows ->
                rows.rowCount() == 0
                    ? Uni.createFrom().item(false)
                    : outbox.add(tx, new ReviewMailDue(id)).replaceWith(true));
  }

  /** The mail as it is now, or why the state it is in forbids the change. */
  private Uni<ReviewMailView> answer(UUID id, boolean changed) {
    return history
        .get(id)
        .invoke(
            mail -> {
              if (!changed) {
                throw refusal(mail);
              }
            });
  }

  private static HttpProblem refusal(ReviewMailView mail) {
    if (mail.sentAt() != null) {
      return MailProblems.sent(mail.sentAt());
    }
    boolean unclear = mail.state() == MailState.UNCLEAR || mail.perhapsSent();
    return unclear ? MailProblems.unclear() : MailProblems.underWay();
  }
}
