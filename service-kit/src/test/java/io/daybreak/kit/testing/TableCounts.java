package io.daybreak.kit.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** How many rows the tables of the service under test have. */
final class TableCounts implements AutoCloseable {

  private final Connection connection;
  private final PreparedStatement count;

  TableCounts(String... tables) {
    String sql =
        Arrays.stream(tables)
            .map(table -> "select '%1$s', count(*) from %1$s".formatted(table))
            .collect(Collectors.joining(" union all "));
    Config config = ConfigProvider.getConfig();
    try {
      connection =
          DriverManager.getConnection(
              config.getValue("quarkus.datasource.jdbc.url", String.class),
              config.getValue("quarkus.datasource.username", String.class),
              config.getValue("quarkus.datasource.password", String.class));
      count = connection.prepareStatement(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  Map<String, Long> now() {
    Map<String, Long> counts = new TreeMap<>();
    try (ResultSet rows = count.executeQuery()) {
      while (rows.next()) {
        counts.put(rows.getString(1), rows.getLong(2));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return counts;
  }

  void execute(String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
