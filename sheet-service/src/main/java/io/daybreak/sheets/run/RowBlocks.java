package io.daybreak.sheets.run;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The rows of runs that are published in one update, as they came. All methods block. */
@ApplicationScoped
public class RowBlocks {

  private final Pool pool;

  RowBlocks(Pool pool) {
    this.pool = pool;
  }

  /** The packed blocks of a run, in the order of their rows. */
  public List<String> of(UUID run) {
    return StreamSupport.stream(
            pool.preparedQuery("select rows from row_block where run_id = $1 order by start_row")
                .execute(Tuple.of(run))
                .await()
                .atMost(TabWrites.PATIENCE)
                .spliterator(),
            false)
        .map(row -> row.getString("rows"))
        .toList();
  }
}
