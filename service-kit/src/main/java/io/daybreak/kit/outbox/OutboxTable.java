package io.daybreak.kit.outbox;

import io.daybreak.contracts.queue.Queue;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the relay does with the table. Rows of queues that this version does not know, which a newer
 * one left behind, are never read: they wait for it, and are counted.
 */
final class OutboxTable {

  /** Which of the known queues have something to send: one probe of an index each. */
  private static final String QUEUES =
      """
      select queue from unnest($1::text[]) as known (queue)
      where exists (select from outbox o where o.queue = known.queue and o.refusal is null)
      """;

  /**
   * One relay at a time and queue in the whole cluster; the end of its transaction, or of its
   * connection, lets the next one in. Should the process hang, the database ends the transaction.
   */
  private static final String CLAIM =
      """
      select set_config('idle_in_transaction_session_timeout', $1, true),
             pg_try_advisory_xact_lock(hashtextextended('daybreak.outbox.' || $2, 0)) as claimed
      """;

  private static final String OLDEST =
      """
      select id, queue, message_group, deduplication_id, type, body, traceparent
      from outbox
      where queue = $1 and refusal is null
      order by id
      limit $2
      """;

  private static final String FORGET = "delete from outbox where id = any($1::bigint[])";

  private static final String REFUSE =
      """
      update outbox o set refusal = r.reason
      from unnest($1::bigint[], $2::text[]) as r(id, reason)
      where o.id = r.id
      """;

  private static final String DEPTHS =
      """
      select queue,
             count(*) filter (where refusal is null) as waiting,
             count(*) filter (where refusal is not null) as refused,
             coalesce(extract(epoch from clock_timestamp()
               - min(added_at) filter (where refusal is null)), 0)::float8 as age_seconds
      from outbox
      group by queue
      """;

  private OutboxTable() {}

  /** The queues that have messages to send. */
  static Uni<Set<Queue>> queues(SqlClient client) {
    String[] known = Arrays.stream(Queue.values()).map(Queue::name).toArray(String[]::new);
    return client
        .preparedQuery(QUEUES)
        .execute(Tuple.tuple().addArrayOfString(known))
        .map(
            rows -> {
              Set<Queue> queues = EnumSet.noneOf(Queue.class);
              rows.forEach(row -> queues.add(Queue.valueOf(row.getString("queue"))));
              return queues;
            });
  }

  /** Whether this transaction is the one that sends the queue's messages. */
  static Uni<Boolean> claim(SqlClient transaction, Queue queue, Duration longest) {
    return transaction
        .preparedQuery(CLAIM)
        .execute(Tuple.of(longest.toMillis() + "ms", queue.name()))
        .map(rows -> rows.iterator().next().getBoolean("claimed"));
  }

  static Uni<List<PendingMessage>> oldest(SqlClient transaction, Queue queue, int most) {
    return transaction
        .preparedQuery(OLDEST)
        .execute(Tuple.of(queue.name(), most))
        .map(rows -> stream(rows).map(PendingMessage::of).toList());
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

  /** What stands in the outbox, of every queue that has rows, known to this version or not. */
  static Uni<List<OutboxDepth>> depths(SqlClient client) {
    return client.query(DEPTHS).execute().map(rows -> stream(rows).map(OutboxDepth::of).toList());
  }

  private static Stream<Row> stream(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false);
  }
}
