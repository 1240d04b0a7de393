package io.daybreak.imports.run;

import io.daybreak.imports.plan.PlanConfig;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * How many runs may be live at once: only as many as the sheet writer, the narrowest of what they
 * share, takes within minutes. The others wait as rows, where the next is chosen fairly and nobody
 * counts their silence. Persons' runs may fill as much again, so that no batch keeps them waiting.
 */
@ApplicationScoped
class RunAdmission {

  /** Whoever admits holds this until the end of its transaction; it comes after the key's lock. */
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtextextended('daybreak.run-admission', 0))";

  /**
   * The keys whose next run would be admitted: persons' first, then those with the fewest live
   * runs, then those served longest ago, so that keys take turns.
   */
  private static final String KEYS =
      """
      with outstanding as (
        select coalesce(sum(writes_left(run)), 0) as writes from run where state between 3 and 6
      ), keys as (
        select api_key_id, bool_and(trigger in ('BATCH', 'LATE_DAY'))
                 filter (where state in (1, 2)) as scheduled,
               count(*) filter (where state between 3 and 6) as live,
               min(queue_number) filter (where state in (1, 2)) as oldest
        from run
        where state between 1 and 6
        group by api_key_id
        having count(*) filter (where state in (1, 2)) > 0
           and count(*) filter (where state in (3, 4)) < $1
      )
      select keys.api_key_id
      from keys join api_key on api_key.id = keys.api_key_id cross join outstanding o
      where o.writes < $2::float8 * case when scheduled then 1 else 2 end
      order by scheduled, live, api_key.last_promoted_at nulls first, oldest
      limit greatest(2 * $2::float8 - (select writes from outstanding), 1)::bigint
      """;

  private final Pool pool;
  private final RunsConfig config;
  private final double capacity;

  RunAdmission(Pool pool, RunsConfig config, PlanConfig plan) {
    this.pool = pool;
    this.config = config;
    this.capacity = plan.writesPerMinute() * config.writesAhead().toMillis() / 60_000.0;
  }

  /** Writes that live runs may still need where the schedule starts the next one. */
  double capacity() {
    return capacity;
  }

  /** Keys that could start a run, in the order in which they should. */
  Uni<List<UUID>> keys() {
    return pool.preparedQuery(KEYS)
        .execute(Tuple.of(config.limitPerKey(), capacity))
        .map(
            rows -> {
              List<UUID> keys = new ArrayList<>();
              for (Row row : rows) {
                keys.add(row.getUUID("api_key_id"));
              }
              return keys;
            });
  }

  /** Lets one transaction at a time admit runs, until it ends. */
  Uni<Void> lock(SqlClient transaction) {
    return transaction.query(LOCK).execute().replaceWithVoid();
  }
}
