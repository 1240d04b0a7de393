package io.daybreak.kit.budget;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the budgets were used for, kept by the minute. */
@ApplicationScoped
class BudgetHistory {

  private static final String USE =
      """
      select b.name, b.interval_micros, b.burst, b.granted, b.forfeited, b.refused,
             case when b.widened_until > now() then b.widened_until end as widened_until,
             coalesce(sum(m.granted), 0)::bigint as recently_granted,
             extract(epoch from now() - date_trunc('minute', now()) + interval '4 minutes')::float8
               as recent_seconds
      from budget b
      left join budget_minute m
        on m.name = b.name and m.minute >= date_trunc('minute', now()) - interval '4 minutes'
      group by b.name
      order by b.name
      """;

  /** Minutes without a call are there too, so that who draws them need not look for gaps. */
  private static final String MINUTES =
      """
      select series.minute, coalesce(m.granted, 0)::bigint as granted,
             coalesce(m.forfeited, 0)::bigint as forfeited,
             coalesce(m.refused, 0)::bigint as refused
      from generate_series(date_trunc('minute', now()) - ($2::integer - 1) * interval '1 minute',
                           date_trunc('minute', now()), interval '1 minute') as series (minute)
      left join budget_minute m on m.minute = series.minute and m.name = $1
      order by series.minute
      """;

  private static final String FORGET =
      "delete from budget_minute where minute < now() - $1::bigint * interval '1 second'";

  private final Pool pool;
  private final BudgetSettings settings;

  BudgetHistory(Pool pool, BudgetSettings settings) {
    this.pool = pool;
    this.settings = settings;
  }

  Uni<List<BudgetUse>> use() {
    return pool.query(USE)
        .execute()
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false).map(BudgetHistory::use).toList());
  }

  /**
   * The newest minutes of a budget, the current one last.
   *
   * @param count how many, at most as many as are kept
   */
  Uni<List<BudgetMinute>> minutes(String name, int count) {
    return pool.preparedQuery(MINUTES)
        .execute(Tuple.of(name, count))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(BudgetHistory::minute)
                    .toList());
  }

  /** Every replica does this; the second one finds nothing. */
  @Scheduled(identity = "forget-budget-minutes", every = "1h", delayed = "10m")
  Uni<Void> forget() {
    return pool.preparedQuery(FORGET)
        .execute(Tuple.of(settings.history().toSeconds()))
        .replaceWithVoid();
  }

  private static BudgetMinute minute(Row row) {
    return new BudgetMinute(
        row.getOffsetDateTime("minute").toInstant(),
        row.getLong("granted"),
        row.getLong("forfeited"),
        row.getLong("refused"));
  }

  private static BudgetUse use(Row row) {
    long micros = row.getLong("interval_micros");
    long recently = row.getLong("recently_granted");
    @Nullable OffsetDateTime widenedUntil = row.getOffsetDateTime("widened_until");
    return new BudgetUse(
        row.getString("name"),
        Duration.ofNanos(micros * 1000),
        row.getInteger("burst"),
        row.getLong("granted"),
        row.getLong("forfeited"),
        row.getLong("refused"),
        recently,
        recently * micros / 1e6 / row.getDouble("recent_seconds"),
        widenedUntil == null ? null : widenedUntil.toInstant());
  }
}
