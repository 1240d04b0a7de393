package io.daybreak.sheets.run;

import io.daybreak.kit.sql.BlockingSql;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Staging tabs whose run has ended without removing them. All methods block. */
@ApplicationScoped
public class StagingLeftovers {

  private final BlockingSql sql;

  StagingLeftovers(BlockingSql sql) {
    this.sql = sql;
  }

  public List<StagingLeftover> of(String spreadsheet) {
    return sql
        .list(
            """
                select run_id, staging_sheet_id,
                       updated_at < now() - interval '1 hour' as settled
                from tab_write
                where spreadsheet_id = $1 and staging_sheet_id is not null
                  and state in ('FAILED', 'ABANDONED')
                """,
            spreadsheet)
        .stream()
        .map(StagingLeftovers::leftover)
        .toList();
  }

  /** They are gone. */
  public void forget(List<StagingLeftover> leftovers) {
    Object runs = leftovers.stream().map(StagingLeftover::runId).toArray(UUID[]::new);
    sql.changed(
        """
            update tab_write set staging_sheet_id = null
            where run_id = any($1) and state in ('FAILED', 'ABANDONED')
        """,
        runs);
  }

  private static StagingLeftover leftover(Row row) {
    return new StagingLeftover(
        row.getUUID("run_id"), row.getInteger("staging_sheet_id"), row.getBoolean("settled"));
  }
}
