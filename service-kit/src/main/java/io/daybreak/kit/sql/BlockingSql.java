package io.daybreak.kit.sql;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** PostgreSQL for workers: plain blocking code, on threads that may block. */
@ApplicationScoped
public class BlockingSql implements Statements {

  private final Pool pool;
  private final Sql sql;
  private final SqlSettings settings;

  BlockingSql(Pool pool, Sql sql, SqlSettings settings) {
    this.pool = pool;
    this.sql = sql;
    this.settings = settings;
  }

  @Override
  public RowSet<Row> execute(String statement, @Nullable Object... values) {
    return await(pool.preparedQuery(statement).execute(SqlValues.tuple(values)));
  }

  /**
   * One transaction: committed if the work returns, undone if it throws.
   *
   * @throws RuntimeException whatever the work throws, or the database where it refuses the commit
   */
  public <T extends @Nullable Object> T tx(Function<Tx, T> work) {
    Runnable committed = sql.beginning();
    T result = inTransaction(work);
    committed.run();
    return result;
  }

  /** {@link #tx} without a result. */
  public void run(Consumer<Tx> work) {
    this.<@Nullable Object>tx(
        tx -> {
          work.accept(tx);
          return null;
        });
  }

  /** Waits for what code that is shared with HTTP does in the database. */
  public <T extends @Nullable Object> T await(Uni<T> answer) {
    return await(answer, settings.answerTimeout());
  }

  /** The same for what is worth a shorter wait, or needs a longer one. */
  public <T extends @Nullable Object> T await(Uni<T> answer, Duration longest) {
    return answer.await().atMost(longest);
  }

  private <T extends @Nullable Object> T inTransaction(Function<Tx, T> work) {
    SqlConnection connection = await(pool.getConnection());
    try {
      Transaction transaction = await(connection.begin());
      T result = attempt(work, connection, transaction);
      await(transaction.commit());
      return result;
    } finally {
      connection.closeAndForget();
    }
  }

  private <T extends @Nullable Object> T attempt(
      Function<Tx, T> work, SqlConnection connection, Transaction transaction) {
    try {
      return work.apply(new Tx(this, connection));
    } catch (Throwable e) {
      rollBack(transaction);
      throw e;
    }
  }

  private void rollBack(Transaction transaction) {
    try {
      await(transaction.rollback());
    } catch (RuntimeException e) { // the database undoes it all the same, with the connection
      Log.debugf("A transaction was not rolled back: %s", e.getMessage());
    }
  }
}
