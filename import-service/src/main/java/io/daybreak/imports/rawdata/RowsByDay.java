package io.daybreak.imports.rawdata;

import io.daybreak.imports.paging.Page;
import io.daybreak.imports.paging.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** How many rows of each day a set's tab holds: what the newest successful run fetched of it. */
@ApplicationScoped
class RowsByDay {

  private static final String NEWEST =
      """
      with held as (
        select distinct on (run_day.day) run_day.day, run_day.rows, run.ended_at
        from run join run_day on run_day.run_id = run.id
        where run.raw_data_id = $1 and run.state = 7
        order by run_day.day, run.queue_number desc
      )
      select held.*, count(*) over () as total from held
      order by day desc
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
      days.add(
          new DayRows(
              row.getLocalDate("day"),
              row.getLong("rows"),
              row.getOffsetDateTime("ended_at").toInstant()));
    }
    return new Page<>(days, page.page(), page.size(), total);
  }
}
