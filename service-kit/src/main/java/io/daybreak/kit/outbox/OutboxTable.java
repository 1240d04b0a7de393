package io.daybreak.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What the relay does with the table, each time inside its transaction. */
final class OutboxTable {

  /**
   * One relay at a time in the whole cluster; the end of its transaction, or of its connection,
   * lets the next one in. Should the process hang, the database ends the transaction.
   */
  private static final String CLAIM =
      """
      select set_config('idle_in_transaction_session_timeout', $1, true),
             pg_try_advisory_xact_lock(hashtextextended('daybreak.outbox', 0)) as claimed
      """;

  private static final String OLDEST =
      """
      select id, queue, message_group, deduplication_id, type, body, traceparent,
             extract(epoch from clock_timestamp() - added_at)::float8 as age
      from outbox
      where refusal is null
      order by id
      limit $1
      """;

  private static final String FORGET = "delete from outbox where id = any($1::bigint[])";

  private static final String REFUSE =
      """
      update outbox o set refusal = r.reason
      from unnest($1::bigint[], $2::text[]) as r(id, reason)
      where o.id = r.id
      """;

  private OutboxTable() {}

  static Uni<Boolean> claim(SqlClient transaction, Duration longest) {
    return transaction
        .preparedQuery(CLAIM)
        .execute(Tuple.of(longest.toMillis() + "ms"))
        .map(rows -> rows.iterator().next().getBoolean("claimed"));
  }

  static Uni<List<PendingMessage>> oldest(SqlClient transaction, int most) {
    return transaction
        .preparedQuery(OLDEST)
        .execute(Tuple.of(most))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false).map(PendingMessage::of).toList());
  }

  static Uni<Void> forget(SqlClient transaction, List<Long> ids) {
    return transaction
        .preparedQuery(FORGET)
        .execute(Tuple.of(ids.toArray(Long[]::new)))
        .replaceWithVoid();
  }

  static Uni<Void> refuse(SqlClient transaction, Map<Long, String> refused) {
    if (refused.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return transaction
        .preparedQuery(REFUSE)
        .execute(
            Tuple.of(
                refused.keySet().toArray(Long[]::new), refused.values().toArray(String[]::new)))
        .replaceWithVoid();
  }
}
