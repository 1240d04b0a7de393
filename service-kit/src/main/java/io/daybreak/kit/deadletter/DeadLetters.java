package io.daybreak.kit.deadletter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The letters as operators see them, and what operators decide about one. */
@ApplicationScoped
class DeadLetters {

  private static final String MATCHING =
      """
      from dead_letter
      where ($1::text is null or state = $1) and ($2::text is null or queue = $2)
      """;

  private static final String COUNT = "select count(*) as total " + MATCHING;

  private static final String PAGE =
      """
      select id, queue, message_id, message_group, type, state, state_since, cause, sent_at,
             recorded_at, due_at, outcome, attempts, decided_by
      """
          + MATCHING
          + " order by sent_at desc, id limit $3 offset $4";

  private static final String FIND = "select * from dead_letter where id = $1";

  /** It goes the way of every letter, so that it meets no other one that is being synchronised. */
  private static final String SYNC =
      """
      update dead_letter
      set state = 'WAITING', state_since = now(), due_at = now(), outcome = null, decided_by = $2
      where id = $1 and state in ('WAITING', 'FAILED', 'PARKED')
      """;

  private static final String DISCARD =
      """
      update dead_letter set state = 'DISCARDED', state_since = now(), decided_by = $2
      where id = $1 and state in ('WAITING', 'FAILED', 'PARKED')
      """;

  private final Pool pool;

  DeadLetters(Pool pool) {
    this.pool = pool;
  }

  Uni<DeadLetterPage> page(DeadLetterSearch query) {
    return pool.preparedQuery(COUNT)
        .execute(conditions(query))
        .map(rows -> rows.iterator().next().getLong("total"))
        .chain(
            total ->
                pool.preparedQuery(PAGE)
                    .execute(conditions(query).addInteger(query.size()).addLong(query.offset()))
                    .map(rows -> page(query, rows, total)));
  }

  /** One letter with its message; a problem (404) if there is none. */
  Uni<DeadLetterView> get(UUID id) {
    return pool.preparedQuery(FIND)
        .execute(Tuple.of(id))
        .map(
            rows -> {
              if (rows.size() == 0) {
                throw DeadLetterProblems.unknown();
              }
              return DeadLetterView.whole(rows.iterator().next());
            });
  }

  /** Makes a letter due at once; a problem (409) if it is settled, or in work. */
  Uni<DeadLetterView> sync(UUID id, String operator) {
    return decide(SYNC, id, operator);
  }

  /** Settles a letter without synchronising it; a problem (409) if it is settled, or in work. */
  Uni<DeadLetterView> discard(UUID id, String operator) {
    return decide(DISCARD, id, operator);
  }

  private Uni<DeadLetterView> decide(String decision, UUID id, String operator) {
    return pool.preparedQuery(decision)
        .execute(Tuple.of(id, operator))
        .chain(
            changed ->
                get(id)
                    .invoke(
                        letter -> {
                          if (changed.rowCount() == 0) {
                            throw DeadLetterProblems.refusal(letter.state());
                          }
                        }));
  }

  private static DeadLetterPage page(DeadLetterSearch query, RowSet<Row> rows, long total) {
    return new DeadLetterPage(
        StreamSupport.stream(rows.spliterator(), false).map(DeadLetterView::withoutBody).toList(),
        query.page(),
        query.size(),
        total);
  }

  private static Tuple conditions(DeadLetterSearch query) {
    return Tuple.tuple()
        .addString(query.state() == null ? null : query.state().name())
        .addString(query.queue() == null ? null : query.queue().name());
  }
}
