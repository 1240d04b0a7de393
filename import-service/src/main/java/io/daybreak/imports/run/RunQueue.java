package io.daybreak.imports.run;

import io.daybreak.contracts.sheet.PrepareTab;
import io.daybreak.imports.format.Format;
import io.daybreak.kit.outbox.Outbox;
import io.daybreak.kit.sql.Sql;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Moves waiting runs to the front. Who is next is decided from live rows under a lock on the API
 * key's row; there is no counter that could leak.
 */
@ApplicationScoped
public class RunQueue {

  /**
   * Not the strongest lock: that would also hold up whoever inserts a row that refers to the key,
   * and a batch that waits for it could hold what the lock's holder waits for.
   */
  private static final String LOCK_KEY = "select id from api_key where id = $1 for no key update";

  /**
   * A statement of its own after the lock, because its snapshot must include what the holder before
   * has committed. A run that is being cancelled right now is locked, and is not waited for.
   */
  private static final String PROMOTE =
      """
      with free as (
        select greatest($2::int - count(*), 0) as slots
        from run where api_key_id = $1 and state in (3, 4)
      ), best as (
        select id from run
        where api_key_id = $1 and state in (1, 2)
        order by trigger in ('BATCH', 'LATE_DAY'), queue_number
        limit (select slots from free)
        for update skip locked
      ), moved as (
        update run set state = 3, state_since = now()
        from best where run.id = best.id and run.state in (1, 2)
        returning run.*
      ), logged as (
        insert into run_log (run_id, state) select id, state from moved
      )
      select moved.id, moved.first_day, moved.last_day, moved.plan_rows,
             raw_data.spreadsheet_id, raw_data.tab_id, raw_data.format, raw_data.customer_id,
             case when not exists (
                    select from run later
                    where later.raw_data_id = raw_data.id and later.state = 7
                      and later.last_day > moved.last_day)
                  then least(moved.first_day,
                             earliest_day(raw_data, moved.last_day, known.kept_days))
             end as earliest_day
      from moved
      join raw_data on raw_data.id = moved.raw_data_id
      join unnest($3::text[], $4::int[]) as known (format, kept_days)
        on known.format = raw_data.format
      """;

  private static final String KEYS_THAT_COULD_MOVE =
      """
      select api_key_id from run
      where state between 1 and 4
      group by api_key_id
      having count(*) filter (where state in (1, 2)) > 0
         and count(*) filter (where state in (3, 4)) < $1
      """;

  private final Pool pool;
  private final Sql sql;
  private final Outbox outbox;
  private final RunsConfig config;

  RunQueue(Pool pool, Sql sql, Outbox outbox, RunsConfig config) {
    this.pool = pool;
    this.sql = sql;
    this.outbox = outbox;
    this.config = config;
  }

  /** Starts as many of the key's waiting runs as its limit allows, the best first. */
  public Uni<Void> promote(UUID apiKeyId) {
    return sql.tx(transaction -> promote(transaction, apiKeyId));
  }

  /** The same in the caller's transaction. */
  public Uni<Void> promote(SqlClient transaction, UUID apiKeyId) {
    return lock(transaction, apiKeyId)
        .chain(() -> takeBest(transaction, apiKeyId))
        .chain(moved -> prepareTabs(transaction, moved));
  }

  /** One key after the other, so that a long list never takes all connections. */
  public Uni<Void> promote(Collection<UUID> apiKeyIds) {
    return Multi.createFrom()
        .iterable(apiKeyIds)
        .onItem()
        .transformToUniAndConcatenate(this::promote)
        .collect()
        .asList()
        .replaceWithVoid();
  }

  /** Starts whatever could have started already: at start-up, and where a promotion got lost. */
  public Uni<Void> promoteAll() {
    return pool.preparedQuery(KEYS_THAT_COULD_MOVE)
        .execute(Tuple.of(config.limitPerKey()))
        .map(RunQueue::keys)
        .chain(this::promote);
  }

  /** Whoever changes who is next for a key holds this lock until the end of its transaction. */
  public Uni<Void> lock(SqlClient transaction, UUID apiKeyId) {
    return transaction.preparedQuery(LOCK_KEY).execute(Tuple.of(apiKeyId)).replaceWithVoid();
  }

  private Uni<RowSet<Row>> takeBest(SqlClient transaction, UUID apiKeyId) {
    return transaction
        .preparedQuery(PROMOTE)
        .execute(
            Tuple.tuple()
                .addUUID(apiKeyId)
                .addInteger(config.limitPerKey())
                .addArrayOfString(RunEnqueuer.FORMATS)
                .addArrayOfInteger(RunEnqueuer.KEPT_DAYS));
  }

  private Uni<Void> prepareTabs(SqlClient transaction, RowSet<Row> moved) {
    return Multi.createFrom()
        .iterable(moved)
        .onItem()
        .transformToUniAndConcatenate(row -> outbox.add(transaction, prepareTab(row)))
        .collect()
        .asList()
        .replaceWithVoid();
  }

  /** A run of older days only cannot make a tab again: it has not the days behind its own. */
  private static PrepareTab prepareTab(Row row) {
    Format format = Format.valueOf(row.getString("format"));
    return new PrepareTab(
        row.getUUID("id"),
        0,
        row.getString("spreadsheet_id"),
        format.layout(Long.parseLong(row.getString("customer_id"))),
        row.getLocalDate("first_day"),
        row.getLong("plan_rows"),
        row.getInteger("tab_id"),
        row.getLocalDate("last_day"),
        row.getLocalDate("earliest_day"));
  }

  private static Collection<UUID> keys(RowSet<Row> rows) {
    List<UUID> keys = new ArrayList<>();
    rows.forEach(row -> keys.add(row.getUUID("api_key_id")));
    return keys;
  }
}
