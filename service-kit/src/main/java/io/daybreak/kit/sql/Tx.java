package io.daybreak.kit.sql;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A transaction of {@link BlockingSql}; of use only until its work returns. */
public final class Tx implements Statements {

  private final BlockingSql sql;
  private final SqlConnection connection;

  Tx(BlockingSql sql, SqlConnection connection) {
    this.sql = sql;
    this.connection = connection;
  }

  @Override
  public RowSet<Row> execute(String statement, @Nullable Object... values) {
    return call(c -> c.preparedQuery(statement).execute(SqlValues.tuple(values)));
  }

  /** Waits for what code that is shared with HTTP does in this transaction. */
  public <T> T call(Function<SqlConnection, Uni<T>> work) {
    return sql.await(work.apply(connection));
  }
}
