package io.daybreak.acceptance.world;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * As long as it is open, PostgreSQL does not let certain rows be written: it refuses them as it
 * refuses the loser of a race, or lets whoever writes them wait.
 */
public final class RowTrap implements AutoCloseable {

  /** What the refused are told. */
  public static final String REFUSAL = "conflict on purpose";

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private static final String REFUSE =
      "raise exception '%s' using errcode = 'serialization_failure';".formatted(REFUSAL);

  private static final String WAIT = "perform pg_advisory_xact_lock_shared(%d); return new;";

  private static final String CAUGHT =
      "select count(*) from pg_locks where locktype = 'advisory' and objid = %d and not granted";

  /** Those that wait in a trap, and those that wait for a row that another one has there. */
  private static final String ROLL_BACK =
      """
      select pg_terminate_backend(pid, 5000) from pg_stat_activity
      where usename = current_user and wait_event_type = 'Lock'
      """;

  private final Connection connection;
  private final String table;
  private final int number;
  private final boolean holding;

  private RowTrap(Connection connection, String table, boolean holding) {
    this.connection = connection;
    this.table = table;
    this.number = NUMBERS.incrementAndGet();
    this.holding = holding;
  }

  /**
   * Refuses rows with a serialisation failure.
   *
   * @param condition in SQL, about the row {@code new} as it is to be written
   */
  public static RowTrap refusing(Database database, String table, String condition)
      throws SQLException {
    RowTrap trap = of(database, table, false);
    trap.set(REFUSE, condition);
    return trap;
  }

  /**
   * Makes whoever writes such a row wait, and all that want the row after that. While somebody
   * waits, no other trap can be set in the table.
   *
   * @param condition in SQL, about the row {@code new} as it is to be written
   */
  public static RowTrap holding(Database database, String table, String condition)
      throws SQLException {
    RowTrap trap = of(database, table, true);
    trap.execute("select pg_advisory_lock(%d)".formatted(trap.number));
    trap.set(WAIT.formatted(trap.number), condition);
    return trap;
  }

  private static RowTrap of(Database database, String table, boolean holding) throws SQLException {
    return new RowTrap(
        DriverManager.getConnection(database.url(), database.user(), database.user()),
        table,
        holding);
  }

  private void set(String deed, String condition) throws SQLException {
    execute(
        """
        create function trap_%1$d() returns trigger language plpgsql as $$
        begin
          %2$s
        end
        $$;
        create trigger trap_%1$d before insert or update on %3$s
          for each row when (%4$s) execute function trap_%1$d();
        """
            .formatted(number, deed, table, condition));
  }

  /** How many wait in it. */
  public long caught() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(CAUGHT.formatted(number))) {
      found.next();
      return found.getLong(1);
    }
  }

  /**
   * Lets everything be written again. What waits is rolled back, as that of dead processes: they
   * were killed before.
   */
  @Override
  public void close() throws SQLException {
    if (holding) {
      execute(ROLL_BACK);
    }
    execute("drop trigger trap_%1$d on %2$s; drop function trap_%1$d();".formatted(number, table));
    connection.close();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
