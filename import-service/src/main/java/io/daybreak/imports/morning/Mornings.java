package io.daybreak.imports.morning;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.format.Format;
import io.daybreak.imports.morning.MorningView.Figures;
import io.daybreak.imports.morning.MorningView.MorningSet;
import io.daybreak.imports.morning.MorningView.Numbers;
import io.daybreak.imports.paging.Page;
import io.daybreak.imports.paging.PageQuery;
import io.daybreak.kit.access.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads mornings; one statement, however many sets there are. */
@ApplicationScoped
class Mornings {

  /** $1 scope; $2, $3, $4 the day and the two others; $5 the newest day; $6 state; $7, $8 page. */
  private static final String MORNING =
      """
      with chosen as materialized (
        select raw_data.*,
               bool_and(format = 'NSA_GQ') over (partition by organisation_id, customer_id)
                 as only_searches
        from raw_data where deleted_at is null and in_scope($1, organisation_id)
      ), told as materialized (
        select fetched_day.* from fetched_day join chosen on chosen.id = fetched_day.raw_data_id
        where fetched_day.day in ($2, $3, $4)
      ), held as materialized (
        select distinct on (raw_data_id, day) * from told where outcome = 'READ'
        order by raw_data_id, day, queue_number desc
      ), newest as (
        select distinct on (raw_data_id) raw_data_id, outcome from told where day = $2
        order by raw_data_id, queue_number desc
      ), account_day as (
        select distinct on (organisation_id, customer_id, day)
               organisation_id, customer_id, day, clicks, cost, conversions
        from held join chosen on chosen.id = held.raw_data_id
        where (only_searches or format <> 'NSA_GQ') and clicks is not null and cost is not null
        order by organisation_id, customer_id, day, queue_number desc
      ), total as (
        select
      """
          + figures("summed")
          + """
        from (select day, sum(clicks)::bigint as clicks, sum(cost) as cost,
                     sum(conversions)::bigint as conversions
              from account_day group by day) summed
      ), morning as materialized (
        select chosen.id, chosen.newest_run_id,
               case when run.state between 1 and 6 and concerned then 'UNDER_WAY'
                    when run.state = 0 and concerned and run.failure_code = 'CANCELLED'
                      then 'CANCELLED'
                    when run.state = 0 and concerned then 'FAILED'
                    when newest.outcome = 'READ' then 'DONE'
                    when newest.outcome = 'LATE' then 'WAITING_FOR_NAVER'
                    when newest.outcome = 'DOUBTFUL' then 'DOUBTFUL'
                    when chosen.schedule_enabled and $2 > $5::date - chosen.update_days
                      then 'PLANNED'
                    else 'NOT_PLANNED' end as state
        from chosen left join newest on newest.raw_data_id = chosen.id
        left join run on run.id = chosen.newest_run_id
        cross join lateral (select $2 between run.first_day and run.last_day as concerned) day
      ), listed as materialized (
        select chosen.id, chosen.organisation_id, chosen.customer_id, chosen.format,
               chosen.spreadsheet_id, chosen.tab_id, ad_account.name, morning.state,
               morning.newest_run_id
        from morning join chosen on chosen.id = morning.id
        join ad_account on ad_account.api_key_id = chosen.api_key_id
          and ad_account.organisation_id = chosen.organisation_id
          and ad_account.customer_id = chosen.customer_id
        where $6::text is null or morning.state = $6
        order by chosen.organisation_id, ad_account.name, chosen.customer_id, chosen.format, chosen.id
        limit $7 offset $8
      ), account as (
        select organisation_id, customer_id,
      """
          + figures("account_day")
          + """
        from account_day
        where (organisation_id, customer_id) in (select organisation_id, customer_id from listed)
        group by organisation_id, customer_id
      ), numbers as (
        select raw_data_id, max(rows) filter (where day = $2) as rows,
               max(ended_at) filter (where day = $2) as imported_at,
      """
          + figures("held")
          + """
        from held where raw_data_id in (select id from listed) group by raw_data_id
      )
      select (select jsonb_object_agg(state, sets)
              from (select state, count(*) as sets from morning group by state) counted) as counts,
             (select count(*) from morning where $6::text is null or state = $6) as found,
             total.day as total_day, total.before as total_before, total.week as total_week,
             listed.*, run.ended_at, run.failure_code,
             numbers.rows, numbers.imported_at, numbers.day, numbers.before, numbers.week,
             account.day as account_day, account.before as account_before,
             account.week as account_week
      from total left join listed on true
      left join run on run.id = listed.newest_run_id
      left join numbers on numbers.raw_data_id = listed.id
      left join account on account.organisation_id = listed.organisation_id
        and account.customer_id = listed.customer_id
      order by listed.organisation_id, listed.name, listed.customer_id, listed.format, listed.id
      """;

  private final Pool pool;
  private final MorningConfig config;

  Mornings(Pool pool, MorningConfig config) {
    this.pool = pool;
    this.config = config;
  }

  /**
   * The morning of a day.
   *
   * @param newest the last day that the next batch fetches
   * @param state only sets in this one; all where null
   */
  Uni<MorningView> of(
      Scope scope, LocalDate day, LocalDate newest, @Nullable MorningState state, PageQuery page) {
    LocalDate before = day.minusDays(1);
    LocalDate weekEarlier = day.minusWeeks(1);
    return pool.preparedQuery(MORNING)
        .execute(
            Tuple.tuple()
                .addArrayOfUUID(scope.parameter())
                .addLocalDate(day)
                .addLocalDate(before)
                .addLocalDate(weekEarlier)
                .addLocalDate(newest)
                .addString(state == null ? null : state.name())
                .addInteger(page.size())
                .addInteger(page.offset()))
        .map(
            rows -> {
              Row first = rows.iterator().next();
              return new MorningView(
                  day,
                  before,
                  weekEarlier,
                  config.jumpShare(),
                  counts(first.getJsonObject("counts")),
                  figures(first, "total_"),
                  new Page<>(sets(rows), page.page(), page.size(), first.getLong("found")));
            });
  }

  /** Three columns: what a table has of each of the days, as one value. */
  private static String figures(String table) {
    String one =
        """
        (array_agg(jsonb_build_object('clicks', %1$s.clicks, 'cost', %1$s.cost::text,
                                      'conversions', %1$s.conversions))
           filter (where %1$s.day = %2$s and %1$s.clicks is not null and %1$s.cost is not null))[1]
          as %3$s
        """;
    return String.join(
        ",",
        one.formatted(table, "$2", "day"),
        one.formatted(table, "$3", "before"),
        one.formatted(table, "$4", "week"));
  }

  private static Map<MorningState, Long> counts(@Nullable JsonObject counted) {
    Map<MorningState, Long> counts = new EnumMap<>(MorningState.class);
    for (MorningState state : MorningState.values()) {
      counts.put(state, counted == null ? 0L : counted.getLong(state.name(), 0L));
    }
    return counts;
  }

  private static List<MorningSet> sets(RowSet<Row> rows) {
    List<MorningSet> sets = new ArrayList<>();
    for (Row row : rows) {
      UUID id = row.getUUID("id");
      if (id != null) {
        sets.add(set(row, id));
      }
    }
    return sets;
  }

  private static MorningSet set(Row row, UUID id) {
    Format format = Format.valueOf(row.getString("format"));
    String customerId = row.getString("customer_id");
    String failureCode = row.getString("failure_code");
    return new MorningSet(
        id,
        row.getUUID("organisation_id"),
        customerId,
        row.getString("name"),
        format,
        format.title(Long.parseLong(customerId)),
        row.getString("spreadsheet_id"),
        row.getInteger("tab_id"),
        MorningState.valueOf(row.getString("state")),
        row.getLong("rows"),
        instant(row, "imported_at"),
        instant(row, "ended_at"),
        failureCode == null ? null : FailureCode.valueOf(failureCode),
        figures(row, ""),
        figures(row, "account_"));
  }

  private static Figures figures(Row row, String prefix) {
    return new Figures(
        numbers(row.getJsonObject(prefix + "day")),
        numbers(row.getJsonObject(prefix + "before")),
        numbers(row.getJsonObject(prefix + "week")));
  }

  private static @Nullable Numbers numbers(@Nullable JsonObject json) {
    return json == null
        ? null
        : new Numbers(
            json.getLong("clicks"),
            new BigDecimal(json.getString("cost")),
            json.getLong("conversions"));
  }

  private static @Nullable Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }
}
