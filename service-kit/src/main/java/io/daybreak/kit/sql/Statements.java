package io.daybreak.kit.sql;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements that block until they are answered. Values as in {@link SqlValues}. */
public interface Statements {

  /** What the statement answers. */
  RowSet<Row> execute(String sql, @Nullable Object... values);

  /**
   * The only row.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  default Row one(String sql, @Nullable Object... values) {
    return execute(sql, values).iterator().next();
  }

  /** The first row, if there is one. */
  default Optional<Row> first(String sql, @Nullable Object... values) {
    return Sql.first(execute(sql, values));
  }

  /** All rows, in their order; for as many as fit into memory. */
  default List<Row> list(String sql, @Nullable Object... values) {
    return Sql.list(execute(sql, values));
  }

  /** How many rows the statement has changed. */
  default int changed(String sql, @Nullable Object... values) {
    return execute(sql, values).rowCount();
  }
}
