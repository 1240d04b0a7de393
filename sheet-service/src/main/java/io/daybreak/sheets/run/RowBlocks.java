package io.daybreak.sheets.run;

import io.daybreak.kit.sql.BlockingSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The rows of runs that are published in one update, as they came. All methods block. */
@ApplicationScoped
public class RowBlocks {

  private final BlockingSql sql;

  RowBlocks(BlockingSql sql) {
    this.sql = sql;
  }

  /** The packed blocks of a run, in the order of their rows. */
  public List<String> of(UUID run) {
    return sql.list("select rows from row_block where run_id = $1 order by start_row", run).stream()
        .map(row -> row.getString("rows"))
        .toList();
  }
}
