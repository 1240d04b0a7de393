package io.daybreak.sheets.run;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tabs that runs have written, as the last of them left them. All methods block. */
@ApplicationScoped
public class KnownTabs {

  private final Pool pool;

  KnownTabs(Pool pool) {
    this.pool = pool;
  }

  public Optional<KnownTab> of(String spreadsheet, int tab) {
    RowSet<Row> rows =
        pool.preparedQuery(
                "select days, other_cells from tab where spreadsheet_id = $1 and sheet_id = $2")
            .execute(Tuple.of(spreadsheet, tab))
            .await()
            .atMost(TabWrites.PATIENCE);
    if (rows.size() == 0) {
      return Optional.empty();
    }
    Row row = rows.iterator().next();
    return Optional.of(
        new KnownTab(DayCounts.read(row.getString("days")), row.getLong("other_cells")));
  }

  /** Whether the newest run that Google let write, or not, was let write. */
  public boolean writable(String spreadsheet) {
    return pool.preparedQuery(
                """
                select 1 from (
                  select state from tab_write
                  where spreadsheet_id = $1
                    and (state = 'FINISHED' or failure_code = 'SHEET_NOT_SHARED')
                  order by updated_at desc limit 1) newest
                where state = 'FINISHED'
                """)
            .execute(Tuple.of(spreadsheet))
            .await()
            .atMost(TabWrites.PATIENCE)
            .size()
        == 1;
  }

  /** Writes down how many cells the other tabs have, so that not every run has to count them. */
  public void counted(String spreadsheet, int tab, String title, long otherCells) {
    pool.preparedQuery(
            """
            insert into tab (spreadsheet_id, sheet_id, title, days, other_cells)
            values ($1, $2, $3, '{}', $4)
            on conflict (spreadsheet_id, sheet_id) do update set other_cells = excluded.other_cells
            """)
        .execute(Tuple.of(spreadsheet, tab, title, otherCells))
        .await()
        .atMost(TabWrites.PATIENCE);
  }

  /**
   * A tab as it was left.
   *
   * @param rowsByDay rows that were written of each day
   * @param otherCells cells of the other tabs when they were last counted; null where nobody has
   */
  public record KnownTab(Map<LocalDate, Long> rowsByDay, @Nullable Long otherCells) {}
}
