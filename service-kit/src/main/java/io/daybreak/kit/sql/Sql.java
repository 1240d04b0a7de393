package io.daybreak.kit.sql;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL for those who must not block: whatever answers HTTP. Values as in {@link SqlValues}.
 */
@ApplicationScoped
public class Sql {

  private final Pool pool;
  private final List<CommitListener> listeners;

  Sql(Pool pool, @All List<CommitListener> listeners) {
    this.pool = pool;
    this.listeners = listeners;
  }

  /** The first row, if there is one. */
  public Uni<Optional<Row>> first(String sql, @Nullable Object... values) {
    return execute(sql, values).map(Sql::first);
  }

  /** All rows, in their order; for as many as fit into memory. */
  public Uni<List<Row>> list(String sql, @Nullable Object... values) {
    return execute(sql, values).map(Sql::list);
  }

  /** How many rows the statement has changed. */
  public Uni<Integer> changed(String sql, @Nullable Object... values) {
    return execute(sql, values).map(RowSet::rowCount);
  }

  /** One transaction: committed if the work succeeds, else undone. */
  public <T> Uni<T> tx(Function<SqlConnection, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Runnable committed = beginning();
              return pool.withTransaction(work).invoke(committed);
            });
  }

  /** The first of some rows. */
  public static Optional<Row> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
  }

  /** Some rows as a list. */
  public static List<Row> list(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).toList();
  }

  Runnable beginning() {
    List<Runnable> committed = listeners.stream().map(CommitListener::beginning).toList();
    return () -> committed.forEach(Runnable::run);
  }

  private Uni<RowSet<Row>> execute(String sql, @Nullable Object... values) {
    return pool.preparedQuery(sql).execute(SqlValues.tuple(values));
  }
}
