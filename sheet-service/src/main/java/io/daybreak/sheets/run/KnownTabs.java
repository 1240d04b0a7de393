package io.daybreak.sheets.run;

import io.daybreak.kit.sql.BlockingSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tabs that runs have written, as the last of them left them. All methods block. */
@ApplicationScoped
public class KnownTabs {

  private final BlockingSql sql;

  KnownTabs(BlockingSql sql) {
    this.sql = sql;
  }

  public Optional<KnownTab> of(String spreadsheet, int tab) {
    return sql.first(
            "select days, other_cells from tab where spreadsheet_id = $1 and sheet_id = $2",
            spreadsheet,
            tab)
        .map(
            row -> new KnownTab(DayCounts.read(row.getString("days")), row.getLong("other_cells")));
  }

  /** Whether the newest run that Google let write, or not, was let write. */
  public boolean writable(String spreadsheet) {
    return sql.first(
            """
                select 1 from (
                  select state from tab_write
                  where spreadsheet_id = $1
                    and (state = 'FINISHED' or failure_code = 'SHEET_NOT_SHARED')
                  order by updated_at desc limit 1) newest
                where state = 'FINISHED'
            """,
            spreadsheet)
        .isPresent();
  }

  /** Writes down how many cells the other tabs have, so that not every run has to count them. */
  public void counted(String spreadsheet, int tab, String title, long otherCells) {
    sql.changed(
        """
            insert into tab (spreadsheet_id, sheet_id, title, days, other_cells)
            values ($1, $2, $3, '{}', $4)
            on conflict (spreadsheet_id, sheet_id) do update set other_cells = excluded.other_cells
            """,
        spreadsheet,
        tab,
        title,
        otherCells);
  }

  /**
   * A tab as it was left.
   *
   * @param rowsByDay rows that were written of each day
   * @param otherCells cells of the other tabs when they were last counted; null where nobody has
   */
  public record KnownTab(Map<LocalDate, Long> rowsByDay, @Nullable Long otherCells) {}
}
