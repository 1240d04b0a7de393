package io.daybreak.imports.run;

import io.daybreak.contracts.sheet.PrepareTab;
import io.daybreak.imports.format.Format;
import io.daybreak.kit.outbox.Outbox;
import io.daybreak.kit.sql.Sql;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Collectors;

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
   * A statement of its own after the locks, because its snapshot must include what the holder
   * before has committed. A run that is being cancelled right now is locked, and is not waited for.
   * A run that alone exceeds what is admitted starts once nothing else is live.
   */
  private static final String PROMOTE =
      """
      with free as (
        select least(greatest($2::int - count(*), 0), $5::int) as slots
        from run where api_key_id = $1 and state in (3, 4)
      ), outstanding as (
        select coalesce(sum(writes_left(run)), 0) as writes from run where state between 3 and 6
      ), best as (
        select id, trigger in ('BATCH', 'LATE_DAY') as scheduled, queue_number,
               writes_left(run) as writes
        from run
        where api_key_id = $1 and state in (1, 2)
        order by trigger in ('BATCH', 'LATE_DAY'), queue_number
        limit (select slots from free)
        for update skip locked
      ), placed as (
        select id, scheduled, sum(writes) over fair as writes, row_number() over fair as place
        from best window fair as (order by scheduled, queue_number)
      ), admitted as (
        select placed.id from placed cross join outstanding o
        where o.writes + placed.writes <= $6::float8 * case when scheduled then 1 else 2 end
           or o.writes = 0 and placed.place = 1
      ), moved as (
        update run set state = 3, state_since = now()
        from admitted where run.id = admitted.id and run.state in (1, 2)
        returning run.*
      ), logged as (
        insert into run_log (run_id, state) select id, state from moved
      ), served as (
        update api_key set last_promoted_at = clock_timestamp()
        where id = $1 and exists (select from moved)
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

  private final Sql sql;
  private final Outbox outbox;
  private final RunAdmission admission;
  private final RunsConfig config;

  RunQueue(Sql sql, Outbox outbox, RunAdmission admission, RunsConfig config) {
    this.sql = sql;
    this.outbox = outbox;
    this.admission = admission;
    this.config = config;
  }

  /**
   * Starts as many of the key's waiting runs as may start, the best first, in the caller's
   * transaction.
   */
  public Uni<Void> promote(SqlClient transaction, UUID apiKeyId) {
    return start(transaction, apiKeyId, config.limitPerKey()).replaceWithVoid();
  }

  /**
   * Starts whatever may start, key after key in turns, so that a long list never takes all
   * connections. A key that fails keeps no other from starting.
   */
  public Uni<Void> promoteAll() {
    return admission
        .keys()
        .chain(
            keys ->
                Multi.createFrom()
                    .iterable(keys)
                    .onItem()
                    .transformToUniAndConcatenate(this::promoteOne)
                    .collect()
                    .with(Collectors.summingInt(Integer::intValue)))
        .chain(started -> started > 0 ? promoteAll() : Uni.createFrom().voidItem());
  }

  /** One run a turn. */
  private Uni<Integer> promoteOne(UUID apiKeyId) {
    return sql.tx(transaction -> start(transaction, apiKeyId, 1))
        .onFailure()
        .recoverWithItem(
            failure -> {
              Log.errorf(failure, "No run of API key %s could be started", apiKeyId);
              return 0;
            });
  }

  /** Whoever changes who is next for a key holds this lock until the end of its transaction. */
  public Uni<Void> lock(SqlClient transaction, UUID apiKeyId) {
    return transaction.preparedQuery(LOCK_KEY).execute(Tuple.of(apiKeyId)).replaceWithVoid();
  }

  private Uni<Integer> start(SqlClient transaction, UUID apiKeyId, int most) {
    return lock(transaction, apiKeyId)
        .chain(() -> admission.lock(transaction))
        .chain(() -> takeBest(transaction, apiKeyId, most))
        .call(moved -> prepareTabs(transaction, moved))
        .map(RowSet::size);
  }

  private Uni<RowSet<Row>> takeBest(SqlClient transaction, UUID apiKeyId, int most) {
    return transaction
        .preparedQuery(PROMOTE)
        .execute(
            Tuple.tuple()
                .addUUID(apiKeyId)
                .addInteger(config.limitPerKey())
                .addArrayOfString(RunEnqueuer.FORMATS)
                .addArrayOfInteger(RunEnqueuer.KEPT_DAYS)
                .addInteger(most)
                .addDouble(admission.capacity()));
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
}
