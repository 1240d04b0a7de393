package io.daybreak.imports.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The database as a test looks at it, or puts it into a state that would take hours to reach. */
@ApplicationScoped
public class Database {

  private final DataSource source;

  Database(DataSource source) {
    this.source = source;
  }

  /** The first column of what a query finds, as text. */
  public List<String> column(String sql, Object... parameters) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepared(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public long number(String sql, Object... parameters) {
    return Long.parseLong(column(sql, parameters).get(0));
  }

  /** Changes rows; returns how many. */
  public int change(String sql, Object... parameters) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepared(connection, sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** From now on nothing old is deleted but by the test itself: the sweep finds its work taken. */
  public void deletesNothingByItself() {
    change(
        """
        insert into exclusive_work (name, claimed_by, claimed_until)
        values ('retention', 'a test', now() + interval '1 hour')
        on conflict (name) do update
        set claimed_by = excluded.claimed_by, claimed_until = excluded.claimed_until
        """);
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int index = 0; index < values.length; index++) {
      statement.setObject(index + 1, values[index]);
    }
    return statement;
  }
}
