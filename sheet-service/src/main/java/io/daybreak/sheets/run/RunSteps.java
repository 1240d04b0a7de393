package io.daybreak.sheets.run;

import io.daybreak.contracts.sheet.AbandonTab;
import io.daybreak.contracts.sheet.RowsWritten;
import io.daybreak.contracts.sheet.RunFailed;
import io.daybreak.contracts.sheet.SheetEvent;
import io.daybreak.contracts.sheet.TabFinished;
import io.daybreak.contracts.sheet.TabPrepared;
import io.daybreak.contracts.sheet.TemplateStarted;
import io.daybreak.kit.outbox.Outbox;
import io.daybreak.sheets.failure.Failure;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Moves runs forward. Each step is one conditional update and its event, in one transaction; it
 * does nothing when the command is no longer in this holder's hand, because the run was ended
 * meanwhile. All methods block.
 */
@ApplicationScoped
public class RunSteps {

  private final Pool pool;
  private final Outbox outbox;

  RunSteps(Pool pool, Outbox outbox) {
    this.pool = pool;
    this.outbox = outbox;
  }

  public void prepared(TabWrite write) {
    step(
        """
        update tab_write
        set next_seq = next_seq + 1, in_hand_seq = null, holder = null, lease_until = null,
            updated_at = now()
        where run_id = $1 and holder = $2 and state = 'STAGING'
        """,
        Tuple.of(write.runId(), write.holder()),
        new TabPrepared(write.runId()));
  }

  /**
   * @param stagingRows rows of the staging tab's grid now
   */
  public void rowsWritten(TabWrite write, int rowCount, int stagingRows) {
    step(
        """
        update tab_write
        set rows_staged = rows_staged + $3, staging_rows = $4, next_seq = next_seq + 1,
            in_hand_seq = null, holder = null, lease_until = null, updated_at = now()
        where run_id = $1 and holder = $2 and state = 'STAGING'
        """,
        Tuple.of(write.runId(), write.holder(), (long) rowCount, stagingRows),
        new RowsWritten(write.runId(), write.rowsStaged() + rowCount));
  }

  /** The rows are where people see them; the template comes next, the command stays in hand. */
  public void published(TabWrite write) {
    step(
        """
        update tab_write set state = 'PUBLISHED', staging_sheet_id = null, updated_at = now()
        where run_id = $1 and holder = $2 and state = 'STAGING'
        """,
        Tuple.of(write.runId(), write.holder()),
        new TemplateStarted(write.runId()));
  }

  public void finished(TabWrite write, long tabRows) {
    step(
        """
        update tab_write
        set state = 'FINISHED', staging_sheet_id = null, next_seq = next_seq + 1,
            in_hand_seq = null, holder = null, lease_until = null, updated_at = now()
        where run_id = $1 and holder = $2 and state in ('STAGING', 'PUBLISHED')
        """,
        Tuple.of(write.runId(), write.holder()),
        new TabFinished(write.runId(), tabRows));
  }

  /** Ends a run that this holder has in hand. */
  public void failed(TabWrite write, Failure failure) {
    step(
        """
        update tab_write
        set state = 'FAILED', failure_code = $3, failure_reason = $4,
            in_hand_seq = null, holder = null, lease_until = null, updated_at = now()
        where run_id = $1 and holder = $2 and state in ('STAGING', 'PUBLISHED')
        """,
        Tuple.of(write.runId(), write.holder(), failure.code().name(), failure.reason()),
        new RunFailed(write.runId(), failure.code(), failure.reason()));
  }

  /** Ends a run whose commands do not fit together, whoever has it in hand, even an unknown one. */
  public void broken(UUID run, String spreadsheet, Failure failure) {
    step(
        """
        insert into tab_write as known (run_id, spreadsheet_id, state, failure_code, failure_reason)
        values ($1, $2, 'FAILED', $3, $4)
        on conflict (run_id) do update
        set state = 'FAILED', failure_code = excluded.failure_code,
            failure_reason = excluded.failure_reason,
            in_hand_seq = null, holder = null, lease_until = null, updated_at = now()
        where known.state in ('STAGING', 'PUBLISHED')
        """,
        Tuple.of(run, spreadsheet, failure.code().name(), failure.reason()),
        new RunFailed(run, failure.code(), failure.reason()));
  }

  /** Ends a run at the request of import-service, even one that is not known yet. No event. */
  public void abandoned(AbandonTab command) {
    pool.preparedQuery(
            """
            insert into tab_write as known (run_id, spreadsheet_id, state) values ($1, $2, 'ABANDONED')
            on conflict (run_id) do update
            set state = 'ABANDONED', in_hand_seq = null, holder = null, lease_until = null,
                updated_at = now()
            where known.state in ('STAGING', 'PUBLISHED')
            """)
        .execute(Tuple.of(command.runId(), command.spreadsheetId()))
        .await()
        .atMost(TabWrites.PATIENCE);
  }

  /** Ends every run whose command in hand nobody works on any more, and says which they were. */
  public List<LostRun> failExpired() {
    List<LostRun> lost =
        pool.withTransaction(
                transaction ->
                    transaction
                        .preparedQuery(
                            """
                            update tab_write
                            set state = 'FAILED', failure_code = $1, failure_reason = $2,
                                in_hand_seq = null, holder = null, lease_until = null,
                                updated_at = now()
                            where state in ('STAGING', 'PUBLISHED') and lease_until < now()
                            returning run_id, spreadsheet_id
                            """)
                        .execute(Tuple.of(LostRun.CODE.name(), LostRun.REASON))
                        .map(RunSteps::lostRuns)
                        .call(runs -> tellAll(transaction, runs)))
            .await()
            .atMost(TabWrites.PATIENCE);
    if (!lost.isEmpty()) {
      outbox.published();
    }
    return lost;
  }

  private static List<LostRun> lostRuns(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> new LostRun(row.getUUID("run_id"), row.getString("spreadsheet_id")))
        .toList();
  }

  private Uni<Void> tellAll(SqlClient transaction, List<LostRun> runs) {
    return Multi.createFrom()
        .iterable(runs)
        .onItem()
        .transformToUniAndConcatenate(run -> outbox.add(transaction, run.event()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private void step(String update, Tuple values, SheetEvent event) {
    pool.withTransaction(transaction -> updateAndTell(transaction, update, values, event))
        .await()
        .atMost(TabWrites.PATIENCE);
    outbox.published();
  }

  private Uni<Void> updateAndTell(
      SqlClient transaction, String update, Tuple values, SheetEvent event) {
    return transaction
        .preparedQuery(update)
        .execute(values)
        .chain(
            updated ->
                updated.rowCount() == 1
                    ? outbox.add(transaction, event)
                    : Uni.createFrom().voidItem());
  }
}
