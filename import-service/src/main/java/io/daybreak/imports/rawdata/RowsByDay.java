package io.daybreak.imports.rawdata;

import io.daybreak.imports.paging.Page;
import io.daybreak.imports.paging.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** How many rows of each day a set's tab holds: what the newest successful run fetched of it. */
@ApplicationScoped
class RowsByDay {

  private static final String NEWEST =
      """
      with fetched as (
        select * from fetched_day where raw_data_id = $1
      ), newest as (
        select distinct on (day) day, outcome from fetched order by day, queue_number desc
      ), held as (
        select distinct on (day) day, rows, ended_at, impressions, clicks, cost, conversions, revenue
        from fetched where outcome = 'READ'
        order by day, queue_number desc
      )
      select newest.day, coalesce(held.rows, 0) as rows, held.ended_at, held.impressions,
             held.clicks, held.cost, held.conversions, held.revenue, newest.outcome,
             count(*) over () as total
      from newest left join held on held.day = newest.day
      order by newest.day desc
      limit $2 offset $3
      """;

  private final Pool pool;

  RowsByDay(Pool pool) {
    this.pool = pool;
  }

  Uni<Page<DayRows>> of(UUID rawDataId, PageQuery page) {
    return pool.preparedQuery(NEWEST)
        .execute(Tuple.of(rawDataId, page.size(), page.offset()))
        .map(rows -> page(rows, page));
  }

  private static Page<DayRows> page(RowSet<Row> rows, PageQuery page) {
    List<DayRows> days = new ArrayList<>();
    long total = 0;
    for (Row row : rows) {
      total = row.getLong("total");
      OffsetDateTime importedAt = row.getOffsetDateTime("ended_at");
      days.add(
          new DayRows(
              row.getLocalDate("day"),
              row.getLong("rows"),
              importedAt == null ? null : importedAt.toInstant(),
              row.getLong("impressions"),
              row.getLong("clicks"),
              row.getBigDecimal("cost"),
              row.getLong("conversions"),
              row.getLong("revenue"),
              row.getString("outcome")));
    }
    return new Page<>(days, page.page(), page.size(), total);
  }
}
