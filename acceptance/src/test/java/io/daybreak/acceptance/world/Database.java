package io.daybreak.acceptance.world;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A service's database, for looking up what it does not tell.
 *
 * @param user also the password
 */
public record Database(String url, String user) {

  /** The rows, with their columns by name. */
  public List<Map<String, @Nullable Object>> rows(String sql, Object... parameters) {
    try (Connection connection = DriverManager.getConnection(url, user, user);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet found = statement.executeQuery()) {
        return rows(found);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** A whole number that a query finds. */
  public long number(String sql, Object... parameters) {
    Object value = rows(sql, parameters).get(0).values().iterator().next();
    return ((Number) Objects.requireNonNull(value)).longValue();
  }

  /** A text that a query finds. */
  public String text(String sql, Object... parameters) {
    return String.valueOf(rows(sql, parameters).get(0).values().iterator().next());
  }

  private static List<Map<String, @Nullable Object>> rows(ResultSet found) throws SQLException {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    while (found.next()) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
        row.put(found.getMetaData().getColumnLabel(column), found.getObject(column));
      }
      rows.add(row);
    }
    return rows;
  }
}
