package io.daybreak.orders.reviewmail;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Holds a shop's mails back, and lets them go again only after somebody looked at what waits. */
@ApplicationScoped
class Pause {

  /** What a person does with the mails that fell into the pause. */
  enum Backlog {
    SEND,
    DROP
  }

  /**
   * @param pausedAt null while the shop's mails go out
   * @param waiting mails that became due during the pause
   */
  record State(@Nullable Instant pausedAt, long waiting) {}

  private static final String PAUSE =
      """
      update shop set paused_at = coalesce(paused_at, now()), version = version + 1
      where id = $1 and paused_at is null
      """;

  private static final String STATE =
      """
      select paused_at, (select count(*) from review_mail m where m.shop_id = s.id
        and m.state in ('SCHEDULED', 'DUE') and m.due_at <= now() and not m.forced) as waiting
      from shop s where s.id = $1
      """;

  private static final String DROP =
      """
      update review_mail set state = 'SKIPPED', reason = 'DROPPED_ON_RESUME', state_since = now()
      where shop_id = $1 and state in ('SCHEDULED', 'DUE') and due_at <= now() and not forced
      """;

  private static final String RESUME =
      "update shop set paused_at = null, version = version + 1 where id = $1";

  private static final String LOCK = "select id from shop where id = $1 for update";

  private final Pool pool;

  Pause(Pool pool) {
    this.pool = pool;
  }

  Uni<State> pause(long shopId) {
    return pool.withTransaction(
        tx -> tx.preparedQuery(PAUSE).execute(Tuple.of(shopId)).chain(() -> state(tx, shopId)));
  }

  Uni<State> state(long shopId) {
    return pool.withConnection(connection -> state(connection, shopId));
  }

  /**
   * Ends the pause.
   *
   * @param backlog what becomes of the waiting mails; without it, waiting mails are a problem (409)
   */
  Uni<State> resume(long shopId, @Nullable Backlog backlog) {
    return pool.withTransaction(
        tx ->
            tx.preparedQuery(LOCK)
                .execute(Tuple.of(shopId))
                .chain(() -> state(tx, shopId))
                .chain(state -> resume(tx, shopId, state, backlog)));
  }

  private static Uni<State> resume(
      SqlConnection tx, long shopId, State state, @Nullable Backlog backlog) {
    if (state.pausedAt() == null) {
      return Uni.createFrom().item(state);
    }
    if (state.waiting() > 0 && backlog == null) {
      throw MailProblems.backlog(state.waiting());
    }
    Uni<?> first =
        backlog == Backlog.DROP
            ? tx.preparedQuery(DROP).execute(Tuple.of(shopId))
            : Uni.createFrom().voidItem();
    return first
        .chain(() -> tx.preparedQuery(RESUME).execute(Tuple.of(shopId)))
        .chain(() -> state(tx, shopId));
  }

  private static Uni<State> state(SqlConnection connection, long shopId) {
    return connection
        .preparedQuery(STATE)
        .execute(Tuple.of(shopId))
        .map(rows -> rows.iterator().next())
        .map(
            row -> {
              var pausedAt = row.getOffsetDateTime("paused_at");
              return new State(
                  pausedAt == null ? null : pausedAt.toInstant(), row.getLong("waiting"));
            });
  }
}
