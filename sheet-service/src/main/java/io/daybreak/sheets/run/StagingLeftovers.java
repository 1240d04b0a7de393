package io.daybreak.sheets.run;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Staging tabs whose run has ended without removing them. All methods block. */
@ApplicationScoped
public class StagingLeftovers {

  private final Pool pool;

  StagingLeftovers(Pool pool) {
    this.pool = pool;
  }

  public List<StagingLeftover> of(String spreadsheet) {
    RowSet<Row> rows =
        pool.preparedQuery(
                """
                select run_id, staging_sheet_id,
                       updated_at < now() - interval '1 hour' as settled
                from tab_write
                where spreadsheet_id = $1 and staging_sheet_id is not null
                  and state in ('FAILED', 'ABANDONED')
                """)
            .execute(Tuple.of(spreadsheet))
            .await()
            .atMost(TabWrites.PATIENCE);
    return StreamSupport.stream(rows.spliterator(), false).map(StagingLeftovers::leftover).toList();
  }

  /** They are gone. */
  public void forget(List<StagingLeftover> leftovers) {
    pool.preparedQuery(
            """
            update tab_write set staging_sheet_id = null
            where run_id = any($1) and state in ('FAILED', 'ABANDONED')
            """)
        .execute(Tuple.of(leftovers.stream().map(StagingLeftover::runId).toArray(UUID[]::new)))
        .await()
        .atMost(TabWrites.PATIENCE);
  }

  private static StagingLeftover leftover(Row row) {
    return new StagingLeftover(
        row.getUUID("run_id"), row.getInteger("staging_sheet_id"), row.getBoolean("settled"));
  }
}
