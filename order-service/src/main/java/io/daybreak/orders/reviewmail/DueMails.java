package io.daybreak.orders.reviewmail;

import io.daybreak.contracts.order.ReviewMailDue;
import io.daybreak.contracts.queue.Queue;
import io.daybreak.kit.outbox.Outbox;
import io.daybreak.kit.queue.QueueDepths;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.sql.Sql;
import io.daybreak.kit.work.Expiring;
import io.daybreak.orders.smtp.SmtpConfig;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Puts mails whose time has come on the queue: only as many as the mail server's budget sends
 * within seconds, whoever looks, so that what waits waits as rows, where the next is chosen fairly.
 * A due mail has one message; it gets another one only where SQS has fewer messages than mails are
 * due.
 */
@ApplicationScoped
class DueMails implements Expiring {

  private static final Logger LOG = Logger.getLogger(DueMails.class);

  /** One process at a time, or two would fill the same places. */
  private static final String TURN =
      "select pg_try_advisory_xact_lock(hashtextextended('daybreak.due-mails', 0)) as mine";

  /**
   * The shops take turns: each one's oldest waiting mail before any one's second, those that are
   * due already counted. A shop with a time of day to send at sends in the hours after it, however
   * old the mail; at other times its mails wait. Nothing becomes due while the mail server refuses
   * everybody: the claim would only put it back, second by second, until the hold is over.
   */
  private static final String MAKE_DUE =
      """
      with under_way as (
        select shop_id, count(*) as mails from review_mail where state = 'DUE' group by shop_id
      ), free as (
        select greatest($1::integer - coalesce(sum(mails), 0), 0)::integer as places from under_way
      ), waiting as (
        select m.id, m.due_at, coalesce(u.mails, 0) + m.place as turn
        from free
        cross join shop s
        left join under_way u on u.shop_id = s.id
        cross join lateral (
          select id, due_at, row_number() over (order by due_at, id) as place
          from review_mail
          where shop_id = s.id and state = 'SCHEDULED' and due_at <= now()
          order by due_at, id
          limit free.places
        ) m
        where s.paused_at is null and s.uninstalled_at is null
          and not exists (select from mail_server where held_until > now())
          and (s.send_time is null
               or mod((extract(epoch from (now() at time zone s.time_zone)::time - s.send_time)
                       + 86400)::numeric, 86400)::float8 < $2::float8)
        order by turn, m.due_at
        limit (select places from free)
      ), locked as (
        select id from review_mail
        where id in (select id from waiting) and state = 'SCHEDULED'
        for update skip locked
      )
      update review_mail m set state = 'DUE', claimed_by = null, claimed_until = null, state_since = now()
      from locked where m.id = locked.id
      returning m.id
      """;

  private static final String DUE = "select count(*) as mails from review_mail where state = 'DUE'";

  /** Messages that were promised, or died, and will come. */
  private static final String UNDER_WAY =
      """
      select (select count(*) from outbox where queue = 'REVIEW_MAILS' and refusal is null)
           + (select count(*) from dead_letter
              where queue = 'REVIEW_MAILS' and state in ('WAITING', 'SYNCING')) as messages
      """;

  private static final String REMIND =
      """
      with silent as (
        select id from review_mail
        where state = 'DUE' and state_since < now() - make_interval(secs => $2)
          and (claimed_by is null or claimed_until < now())
        order by state_since
        limit $1
        for update skip locked
      )
      update review_mail m set claimed_by = null, claimed_until = null, state_since = now()
      from silent where m.id = silent.id
      returning m.id
      """;

  private final Sql reactive;
  private final BlockingSql sql;
  private final Outbox outbox;
  private final QueueDepths depths;
  private final ReviewMailConfig config;
  private final int places;

  DueMails(
      Sql reactive,
      BlockingSql sql,
      Outbox outbox,
      QueueDepths depths,
      ReviewMailConfig config,
      SmtpConfig smtp) {
    this.reactive = reactive;
    this.sql = sql;
    this.outbox = outbox;
    this.depths = depths;
    this.config = config;
    this.places = (int) Math.max(1, smtp.mailsPerSecond() * config.dueAhead().toMillis() / 1000.0);
  }

  /** Most mails that are due at once, in the whole cluster. */
  int places() {
    return places;
  }

  @Scheduled(
      every = "${daybreak.review-mails.due-every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> makeDue() {
    Tuple values = Tuple.of(places, (double) config.sendWindow().toSeconds());
    return enqueue(MAKE_DUE, values).replaceWithVoid();
  }

  /**
   * Gives mails another message whose own is certainly lost: SQS, the outbox and the dead letters
   * together have fewer than there are due mails. Blocks: asking SQS does.
   */
  @Override
  public void expire() {
    long due = number(DUE, "mails");
    long lost = due == 0 ? 0 : due - depths.of(Queue.REVIEW_MAILS) - number(UNDER_WAY, "messages");
    if (lost > 0) {
      double silence = config.dueSilence().toMillis() / 1000.0;
      int found = sql.await(enqueue(REMIND, Tuple.of(lost, silence)));
      if (found > 0) {
        LOG.warnf("%d due mails had lost their message and got a new one", found);
      }
    }
  }

  private long number(String statement, String column) {
    return sql.one(statement).getLong(column);
  }

  private Uni<Integer> enqueue(String statement, Tuple values) {
    return reactive.tx(tx -> enqueueInTurn(tx, statement, values));
  }

  private Uni<Integer> enqueueInTurn(SqlConnection tx, String sql, Tuple values) {
    return tx.query(TURN)
        .execute()
        .chain(
            rows ->
                rows.iterator().next().getBoolean("mine")
                    ? enqueue(tx, sql, values)
                    : Uni.createFrom().item(0));
  }

  private Uni<Integer> enqueue(SqlConnection tx, String sql, Tuple values) {
    return tx.preparedQuery(sql)
        .execute(values)
        .chain(
            rows ->
                Multi.createFrom()
                    .iterable(rows)
                    .map(row -> row.getUUID("id"))
                    .onItem()
                    .transformToUniAndConcatenate(id -> outbox.add(tx, new ReviewMailDue(id)))
                    .collect()
                    .last()
                    .replaceWith(rows.size()));
  }
}
