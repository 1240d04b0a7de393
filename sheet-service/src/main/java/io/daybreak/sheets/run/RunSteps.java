package io.daybreak.sheets.run;

import io.daybreak.contracts.sheet.AbandonTab;
import io.daybreak.contracts.sheet.RowsWritten;
import io.daybreak.contracts.sheet.RunFailed;
import io.daybreak.contracts.sheet.SheetEvent;
import io.daybreak.contracts.sheet.TabFinished;
import io.daybreak.contracts.sheet.TabPrepared;
import io.daybreak.contracts.sheet.TemplateStarted;
import io.daybreak.contracts.sheet.TemplateTrouble;
import io.daybreak.kit.outbox.Outbox;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.sheets.failure.Failure;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moves runs forward. Each step is one conditional update and its event, in one transaction; it
 * does nothing when the command is no longer in this holder's hand, because the run was ended
 * meanwhile. All methods block.
 */
@ApplicationScoped
public class RunSteps {

  /** What the run knows of the tab, for the next one. */
  private static final String LEFT_BEHIND =
      """
      insert into tab as known (spreadsheet_id, sheet_id, title, days, other_cells)
      select spreadsheet_id, $3, $4, $5, $6 from moved
      on conflict (spreadsheet_id, sheet_id) do update
      set title = excluded.title, days = excluded.days,
          other_cells = coalesce(excluded.other_cells, known.other_cells), updated_at = now()
      """;

  private final BlockingSql sql;
  private final Outbox outbox;

  RunSteps(BlockingSql sql, Outbox outbox) {
    this.sql = sql;
    this.outbox = outbox;
  }

  /**
   * @param fetchFrom first day to fetch instead of the one that was said; null for no change
   */
  public void prepared(TabWrite write, @Nullable LocalDate fetchFrom) {
    step(
        new TabPrepared(write.runId(), fetchFrom),
        """
        update tab_write
        set next_seq = next_seq + 1, in_hand_seq = null, holder = null, lease_until = null,
            updated_at = now()
        where run_id = $1 and holder = $2 and state = 'STAGING'
        """,
        write.runId(),
        write.holder());
  }

  /**
   * The rows of a command are in the staging tab.
   *
   * @param rows rows of the command by their days
   * @param stagingRows rows of the staging tab's grid now
   */
  public void rowsStaged(TabWrite write, Map<LocalDate, Long> rows, int stagingRows) {
    long count = DayCounts.sum(rows);
    step(
        new RowsWritten(write.runId(), write.rowsStaged() + count),
        """
        update tab_write
        set rows_staged = rows_staged + $3, staging_rows = $4, rows_by_day = $5,
            next_seq = next_seq + 1,
            in_hand_seq = null, holder = null, lease_until = null, updated_at = now()
        where run_id = $1 and holder = $2 and state = 'STAGING'
        """,
        write.runId(),
        write.holder(),
        count,
        stagingRows,
        DayCounts.write(DayCounts.plus(write.rowsByDay(), rows)));
  }

  /**
   * The rows of a command are kept until the run is published in one update.
   *
   * @param bytes what they take in that update
   * @param packed the rows as they came
   */
  public void rowsKept(TabWrite write, Map<LocalDate, Long> rows, long bytes, String packed) {
    long count = DayCounts.sum(rows);
    step(
        new RowsWritten(write.runId(), write.rowsStaged() + count),
        """
        with moved as (
          update tab_write
          set rows_staged = rows_staged + $3, inline_bytes = inline_bytes + $4, rows_by_day = $5,
              next_seq = next_seq + 1,
              in_hand_seq = null, holder = null, lease_until = null, updated_at = now()
          where run_id = $1 and holder = $2 and state = 'STAGING'
          returning run_id, rows_staged)
        insert into row_block (run_id, start_row, row_count, rows)
        select run_id, rows_staged - $3, $3, $6 from moved
        """,
        write.runId(),
        write.holder(),
        count,
        bytes,
        DayCounts.write(DayCounts.plus(write.rowsByDay(), rows)),
        packed);
  }

  /** The rows are where people see them; the template comes next, the command stays claimed. */
  public void published(TabWrite write, Publishing publishing) {
    step(
        new TemplateStarted(write.runId()),
        """
        with moved as (
          update tab_write set state = 'PUBLISHED', staging_sheet_id = null, updated_at = now()
          where run_id = $1 and holder = $2 and state = 'STAGING'
          returning spreadsheet_id)
        """
            + LEFT_BEHIND,
        leftBehind(write, publishing));
  }

  /**
   * @param trouble what is wrong with the template; null where nothing is
   */
  public void finished(TabWrite write, Publishing publishing, @Nullable TemplateTrouble trouble) {
    step(
        new TabFinished(
            write.runId(),
            publishing.tabRows(),
            publishing.tabId(),
            publishing.changedDays(),
            trouble),
        """
        with moved as (
          update tab_write
          set state = 'FINISHED', staging_sheet_id = null, next_seq = next_seq + 1,
              in_hand_seq = null, holder = null, lease_until = null, updated_at = now()
          where run_id = $1 and holder = $2 and state in ('STAGING', 'PUBLISHED')
          returning spreadsheet_id)
        """
            + LEFT_BEHIND,
        leftBehind(write, publishing));
  }

  private static @Nullable Object[] leftBehind(TabWrite write, Publishing publishing) {
    return new @Nullable Object[] {
      write.runId(),
      write.holder(),
      publishing.tabId(),
      write.layout().title(),
      DayCounts.write(publishing.rowsByDay()),
      publishing.otherCells()
    };
  }

  /**
   * It is not known whether the rows were published: the command stays claimed, and whoever sweeps
   * after a while looks again.
   */
  public void lookAgain(TabWrite write, Duration after) {
    sql.changed(
        """
            update tab_write set lease_until = now() + $3 * interval '1 millisecond'
            where run_id = $1 and holder = $2 and state = 'STAGING'
            """,
        write.runId(),
        write.holder(),
        (double) after.toMillis());
  }

  /** Rows of runs that have ended are kept no longer. */
  public void forgetRows() {
    sql.changed(
        """
            delete from row_block using tab_write
            where tab_write.run_id = row_block.run_id
              and tab_write.state not in ('STAGING', 'PUBLISHED')
            """);
  }

  /** Ends a run that this holder has claimed. */
  public void failed(TabWrite write, Failure failure) {
    step(
        new RunFailed(write.runId(), failure.code(), failure.reason()),
        """
        update tab_write
        set state = 'FAILED', failure_code = $3, failure_reason = $4,
            in_hand_seq = null, holder = null, lease_until = null, updated_at = now()
        where run_id = $1 and holder = $2 and state in ('STAGING', 'PUBLISHED')
        """,
        write.runId(),
        write.holder(),
        failure.code().name(),
        failure.reason());
  }

  /** Ends a run whose commands do not fit together, whoever has claimed it, even an unknown one. */
  public void broken(UUID run, String spreadsheet, Failure failure) {
    step(
        new RunFailed(run, failure.code(), failure.reason()),
        """
        insert into tab_write as known (run_id, spreadsheet_id, state, failure_code, failure_reason)
        values ($1, $2, 'FAILED', $3, $4)
        on conflict (run_id) do update
        set state = 'FAILED', failure_code = excluded.failure_code,
            failure_reason = excluded.failure_reason,
            in_hand_seq = null, holder = null, lease_until = null, updated_at = now()
        where known.state in ('STAGING', 'PUBLISHED')
        """,
        run,
        spreadsheet,
        failure.code().name(),
        failure.reason());
  }

  /** Ends a run at the request of import-service, even one that is not known yet. No event. */
  public void abandoned(AbandonTab command) {
    sql.changed(
        """
            insert into tab_write as known (run_id, spreadsheet_id, state) values ($1, $2, 'ABANDONED')
            on conflict (run_id) do update
            set state = 'ABANDONED', in_hand_seq = null, holder = null, lease_until = null,
                updated_at = now()
            where known.state in ('STAGING', 'PUBLISHED')
            """,
        command.runId(),
        command.spreadsheetId());
  }

  /** Ends every run whose claimed command nobody works on any more, and says which they were. */
  public List<LostRun> failExpired() {
    return sql.tx(
        tx -> {
          List<LostRun> lost =
              tx
                  .list(
                      """
                      update tab_write
                      set state = 'FAILED', failure_code = $1, failure_reason = $2,
                          in_hand_seq = null, holder = null, lease_until = null,
                          updated_at = now()
                      where state = 'STAGING' and publishing_since is null
                        and lease_until < now()
                      returning run_id, spreadsheet_id, failure_reason
                      """,
                      LostRun.CODE,
                      LostRun.REASON)
                  .stream()
                  .map(RunSteps::lostRun)
                  .toList();
          lost.forEach(run -> outbox.add(tx, run.event()));
          return lost;
        });
  }

  private static LostRun lostRun(Row row) {
    return new LostRun(
        row.getUUID("run_id"), row.getString("spreadsheet_id"), row.getString("failure_reason"));
  }

  private void step(SheetEvent event, String update, @Nullable Object... values) {
    sql.run(
        tx -> {
          if (tx.changed(update, values) == 1) {
            outbox.add(tx, event);
          }
        });
  }
}
