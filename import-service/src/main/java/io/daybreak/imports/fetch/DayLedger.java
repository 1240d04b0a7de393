package io.daybreak.imports.fetch;

import io.daybreak.imports.fetch.DayHistory.Day;
import io.daybreak.imports.fetch.DayHistory.Doubt;
import io.daybreak.imports.fetch.FetchedDay.Entry;
import io.daybreak.imports.fetch.FetchedDay.Outcome;
import io.daybreak.imports.format.DaySums;
import io.daybreak.imports.run.ClaimedRun;
import io.daybreak.kit.sql.BlockingSql;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What each run made of each day: the sums, and the days that NAVER had not finished or that could
 * not be believed. Blocks; for worker threads.
 */
@ApplicationScoped
class DayLedger {

  /** Five weeks and a few days tell what is usual. */
  private static final int DAYS_BEFORE = 42;

  private static final String HELD =
      """
      select distinct on (day) day, rows, impressions
      from fetched_day
      where raw_data_id = $1 and outcome = 'READ' and day between $2 and $3
      order by day, queue_number desc
      """;

  private static final String DOUBTS =
      """
      select day, rows, impressions, min(ended_at) as since
      from fetched_day
      where raw_data_id = $1 and outcome = 'DOUBTFUL' and day between $2 and $3
      group by day, rows, impressions
      """;

  private static final String DAYS =
      """
      update run_day
      set outcome = entry.outcome, impressions = entry.impressions, clicks = entry.clicks,
          cost = entry.cost::numeric, conversions = entry.conversions, revenue = entry.revenue,
          rows = coalesce(entry.rows, run_day.rows)
      from unnest($2::date[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[],
                  $8::bigint[], $9::bigint[])
        as entry (day, outcome, rows, impressions, clicks, cost, conversions, revenue)
      where run_day.run_id = $1 and run_day.day = entry.day
      """;

  private static final String GAPS =
      """
      with marked as (
        update run set missing_days = $2, doubtful_days = $3 where id = $1 returning id, state
      )
      insert into run_log (run_id, state, note) select id, state, $4 from marked
      """;

  private final BlockingSql sql;
  private final Pool pool;

  DayLedger(BlockingSql sql, Pool pool) {
    this.sql = sql;
    this.pool = pool;
  }

  /** What is known of the days around a run's. */
  DayHistory history(ClaimedRun run) {
    NavigableMap<LocalDate, Day> held = new TreeMap<>();
    LocalDate from = run.from().minusDays(DAYS_BEFORE);
    query(HELD, Tuple.of(run.rawDataId(), from, run.to()))
        .forEach(row -> held.put(row.getLocalDate("day"), day(row)));
    List<Doubt> doubts = new ArrayList<>();
    query(DOUBTS, Tuple.of(run.rawDataId(), run.from(), run.to()))
        .forEach(
            row ->
                doubts.add(
                    new Doubt(
                        row.getLocalDate("day"),
                        day(row),
                        row.getOffsetDateTime("since").toInstant())));
    return new DayHistory(held, doubts);
  }

  /** Writes a run's days, in at most two statements. */
  void write(ClaimedRun run, List<Entry> days) {
    query(
        DAYS,
        Tuple.tuple()
            .addUUID(run.runId())
            .addArrayOfLocalDate(array(days, Entry::day, LocalDate[]::new))
            .addArrayOfString(array(days, day -> day.outcome().name(), String[]::new))
            .addArrayOfLong(array(days, sum(DaySums::rows), Long[]::new))
            .addArrayOfLong(array(days, sum(DaySums::impressions), Long[]::new))
            .addArrayOfLong(array(days, sum(DaySums::clicks), Long[]::new))
            .addArrayOfString(array(days, sum(sums -> sums.cost().toPlainString()), String[]::new))
            .addArrayOfLong(array(days, sum(DaySums::conversions), Long[]::new))
            .addArrayOfLong(array(days, sum(DaySums::revenue), Long[]::new)));
    List<LocalDate> late = days(days, Outcome.LATE);
    List<LocalDate> doubtful = days(days, Outcome.DOUBTFUL);
    if (!late.isEmpty() || !doubtful.isEmpty()) {
      query(
          GAPS,
          Tuple.of(
              run.runId(),
              late.toArray(LocalDate[]::new),
              doubtful.toArray(LocalDate[]::new),
              note(late, doubtful)));
    }
  }

  static String note(List<LocalDate> late, List<LocalDate> doubtful) {
    List<String> parts = new ArrayList<>();
    if (!late.isEmpty()) {
      parts.add("NAVER has not finished " + joined(late));
    }
    if (!doubtful.isEmpty()) {
      parts.add("NAVER has nothing or far too little for " + joined(doubtful));
    }
    return String.join("; ", parts) + ". The tab keeps what it has of these days.";
  }

  private static String joined(List<LocalDate> days) {
    return days.stream().map(LocalDate::toString).collect(Collectors.joining(", "));
  }

  private static List<LocalDate> days(List<Entry> days, Outcome outcome) {
    return days.stream().filter(day -> day.outcome() == outcome).map(Entry::day).toList();
  }

  private static Day day(Row row) {
    return new Day(row.getLong("rows"), row.getLong("impressions"));
  }

  /** A column of the statement. */
  private interface Value<T> {
    @Nullable T of(Entry entry);
  }

  private interface Sum<T> {
    @Nullable T of(DaySums sums);
  }

  private static <T> Value<T> sum(Sum<T> sum) {
    return entry -> {
      DaySums sums = entry.sums();
      return sums == null ? null : sum.of(sums);
    };
  }

  private static <T> T[] array(List<Entry> days, Value<T> value, IntFunction<T[]> maker) {
    T[] values = maker.apply(days.size());
    for (int i = 0; i < values.length; i++) {
      values[i] = value.of(days.get(i));
    }
    return values;
  }

  private RowSet<Row> query(String statement, Tuple values) {
    return sql.await(pool.preparedQuery(statement).execute(values));
  }
}
