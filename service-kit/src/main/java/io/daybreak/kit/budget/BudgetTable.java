package io.daybreak.kit.budget;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** The rows of the budgets. Time is the database's everywhere: the processes' clocks differ. */
@ApplicationScoped
class BudgetTable {

  /**
   * Locks the rows of all budgets of a call, in the order of their names so that no two calls can
   * wait for each other; reads the clock only then, because the lock may have taken a while; finds
   * the first moment at which each of them has a slot; and takes it in all of them, or in none if
   * it is beyond the horizon.
   */
  private static final String ASK =
      """
      with wanted as materialized (
        select * from unnest($1::text[], $2::bigint[], $3::integer[]) as w(name, micros, burst)
      ), locked as materialized (
        select name, next_at, widening, widened_until
        from budget where name = any($1::text[]) order by name for update
      ), clock as materialized (
        select count(*) as found, clock_timestamp() as now from locked
      ), ready as materialized (
        select l.name, l.next_at, w.micros, w.burst,
               w.micros * interval '1 microsecond'
                 * case when l.widened_until > c.now then l.widening else 1 end as step
        from locked l join wanted w using (name) cross join clock c
      ), slot as materialized (
        select c.found, c.now, greatest(c.now, max(r.next_at - r.burst * r.step)) as moment
        from clock c left join ready r on true group by c.found, c.now
      ), taken as (
        update budget b
        set next_at = greatest(r.next_at, s.moment) + r.step,
            interval_micros = r.micros,
            burst = r.burst,
            granted = b.granted + 1,
            forfeited = b.forfeited + $5::integer
        from ready r cross join slot s
        where b.name = r.name
          and s.found = cardinality($1::text[])
          and s.moment <= s.now + $4::bigint * interval '1 microsecond'
        returning b.name, s.now
      ), counted as (
        insert into budget_minute as m (name, minute, granted, forfeited)
        select name, date_trunc('minute', now), 1, $5::integer from taken
        on conflict (name, minute) do update
        set granted = m.granted + 1, forfeited = m.forfeited + excluded.forfeited
      )
      select found = cardinality($1::text[]) as known,
             exists (select from taken) as granted,
             (extract(epoch from moment - now) * 1000000)::bigint as ahead_micros,
             (extract(epoch from now - statement_timestamp()) * 1000000)::bigint as locked_micros
      from slot
      """;

  private static final String ADD =
      """
      insert into budget (name, next_at, interval_micros, burst)
      select name, now(), micros, burst
      from unnest($1::text[], $2::bigint[], $3::integer[]) as w(name, micros, burst)
      order by name
      on conflict (name) do nothing
      """;

  /**
   * Several calls in flight are refused together; that is one incident, and widens the interval
   * once.
   */
  private static final String REFUSE =
      """
      with locked as materialized (
        select name from budget where name = any($1::text[]) order by name for update
      ), clock as materialized (
        select count(*), clock_timestamp() as now,
               $2::bigint * interval '1 microsecond' as pause,
               $3::bigint * interval '1 microsecond' as widened_for
        from locked
      ), refused as (
        update budget b
        set next_at = greatest(
              b.next_at,
              c.now + c.pause + b.burst * b.interval_micros * interval '1 microsecond'),
            widening = case
              when b.widened_until is null or b.widened_until < c.now then $4::float8
              when b.widened_until > c.now - c.pause + c.widened_for then b.widening
              else least(b.widening * $4::float8, 4)
            end,
            widened_until = c.now + c.widened_for,
            refused = b.refused + 1
        from locked l cross join clock c
        where b.name = l.name
        returning b.name, c.now
      )
      insert into budget_minute as m (name, minute, refused)
      select name, date_trunc('minute', now), 1 from refused
      on conflict (name, minute) do update set refused = m.refused + 1
      """;

  private final Pool pool;

  BudgetTable(Pool pool) {
    this.pool = pool;
  }

  /**
   * Asks for a slot in each of the budgets.
   *
   * @param forfeited slots of these budgets that were reached too late since the last one granted,
   *     so that each is booked once
   */
  Uni<Slot> ask(List<Budget> budgets, Duration horizon, int forfeited) {
    // Waiting for a connection is none of the database's time, so it is taken before time counts.
    return pool.withConnection(connection -> ask(connection, budgets, horizon, forfeited));
  }

  private static Uni<Slot> ask(
      SqlClient connection, List<Budget> budgets, Duration horizon, int forfeited) {
    Tuple parameters = rates(budgets).addLong(micros(horizon)).addInteger(forfeited);
    long asked = System.nanoTime();
    return connection
        .preparedQuery(ASK)
        .execute(parameters)
        .map(rows -> answer(rows.iterator().next()))
        .chain(
            answer ->
                answer.known()
                    ? Uni.createFrom().item(Slot.of(answer, asked, System.nanoTime()))
                    : add(connection, budgets)
                        .chain(() -> ask(connection, budgets, horizon, forfeited)));
  }

  /** Makes rows for budgets that are asked for the first time. */
  private static Uni<Void> add(SqlClient connection, List<Budget> budgets) {
    return connection.preparedQuery(ADD).execute(rates(budgets)).replaceWithVoid();
  }

  Uni<Void> refuse(List<Budget> budgets, BudgetSettings settings) {
    Tuple parameters =
        Tuple.of(
            names(budgets),
            micros(settings.pauseAfterRefusal()),
            micros(settings.widenedFor()),
            settings.widening());
    return pool.preparedQuery(REFUSE).execute(parameters).replaceWithVoid();
  }

  private static Grant answer(Row row) {
    return new Grant(
        row.getBoolean("known"),
        row.getBoolean("granted"),
        row.getLong("ahead_micros") * 1000,
        row.getLong("locked_micros") * 1000);
  }

  private static Tuple rates(List<Budget> budgets) {
    return Tuple.of(
        names(budgets),
        budgets.stream().map(budget -> micros(budget.interval())).toArray(Long[]::new),
        budgets.stream().map(Budget::burst).toArray(Integer[]::new));
  }

  private static String[] names(List<Budget> budgets) {
    return budgets.stream().map(Budget::name).toArray(String[]::new);
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / 1000;
  }
}
