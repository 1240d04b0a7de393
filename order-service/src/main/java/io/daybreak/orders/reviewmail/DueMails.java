package io.daybreak.orders.reviewmail;

import io.daybreak.contracts.order.ReviewMailDue;
import io.daybreak.kit.outbox.Outbox;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Puts mails whose time has come on the queue. Every replica looks; SKIP LOCKED lets each find
 * others, and the state lets each mail be found once.
 */
@ApplicationScoped
class DueMails {

  private static final Logger LOG = Logger.getLogger(DueMails.class);

  /**
   * Nothing becomes due while the mail server refuses everybody: the claim would only put it back,
   * second by second, until the hold is over.
   */
  private static final String MAKE_DUE =
      """
      with due as (
        select m.id from review_mail m join shop s on s.id = m.shop_id
        where m.state = 'SCHEDULED' and m.due_at <= now()
          and s.paused_at is null and s.uninstalled_at is null
          and not exists (select from mail_server where held_until > now())
        order by m.due_at
        limit $1
        for update of m skip locked
      )
      update review_mail m set state = 'DUE', state_since = now()
      from due where m.id = due.id
      returning m.id
      """;

  /** A message that was lost with its consumer; see {@link ReviewMailConfig#dueSilence}. */
  private static final String REMIND =
      """
      with silent as (
        select id from review_mail
        where state = 'DUE' and state_since < now() - make_interval(secs => $2)
        limit $1
        for update skip locked
      )
      update review_mail m set state_since = now()
      from silent where m.id = silent.id
      returning m.id
      """;

  private final Pool pool;
  private final Outbox outbox;
  private final ReviewMailConfig config;

  DueMails(Pool pool, Outbox outbox, ReviewMailConfig config) {
    this.pool = pool;
    this.outbox = outbox;
    this.config = config;
  }

  @Scheduled(
      every = "${daybreak.review-mails.due-every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> makeDue() {
    return enqueue(MAKE_DUE, Tuple.of(config.dueBatch()))
        .chain(found -> found < config.dueBatch() ? Uni.createFrom().voidItem() : makeDue());
  }

  @Scheduled(
      every = "${daybreak.review-mails.sweep-every:10s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> remindOfSilentOnes() {
    double silence = config.dueSilence().toMillis() / 1000.0;
    return enqueue(REMIND, Tuple.of(config.dueBatch(), silence))
        .invoke(
            found -> {
              if (found > 0) {
                LOG.warnf("%d due mails had lost their message and got a new one", found);
              }
            })
        .replaceWithVoid();
  }

  private Uni<Integer> enqueue(String sql, Tuple parameters) {
    return pool.withTransaction(tx -> enqueue(tx, sql, parameters))
        .invoke(
            found -> {
              if (found > 0) {
                outbox.published();
              }
            });
  }

  private Uni<Integer> enqueue(SqlConnection tx, String sql, Tuple parameters) {
    return tx.preparedQuery(sql)
        .execute(parameters)
        .chain(
            rows ->
                Multi.createFrom()
                    .iterable(rows)
                    .map(row -> row.getUUID("id"))
                    .onItem()
                    .transformToUniAndConcatenate(
                        (UUID id) -> outbox.add(tx, new ReviewMailDue(id)))
                    .collect()
                    .last()
                    .replaceWith(rows.size()));
  }
}
