package io.daybreak.acceptance.bench.csv;

import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.start.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** What import-service really stored of uploads. */
final class UploadDatabase implements AutoCloseable {

  /** Uploads since one that was received, by state and by how far the message about it is. */
  private static final String OUTCOMES =
      """
      select state || ' ' || notice_state as outcome, count(*) as uploads
      from csv_upload where received_at > ?::timestamptz
      group by 1
      """;

  private static final String SECONDS =
      """
      select coalesce(extract(epoch from max(ended_at) - min(received_at)), 0)
      from csv_upload where received_at > ?::timestamptz
      """;

  private final Connection connection;

  private UploadDatabase(Connection connection) {
    this.connection = connection;
  }

  static UploadDatabase of(Stack stack) throws SQLException {
    String name = ServiceName.IMPORT.shortName();
    return new UploadDatabase(
        DriverManager.getConnection(stack.outside().databases().jdbcUrl(name), name, name));
  }

  /** The database's time, from which uploads are counted. */
  String now() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement("select now()::text");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** How many uploads are how far: {@code PASSED SENT}. */
  Map<String, Integer> outcomesSince(String moment) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(OUTCOMES)) {
      statement.setString(1, moment);
      Map<String, Integer> outcomes = new TreeMap<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          outcomes.put(rows.getString(1), rows.getInt(2));
        }
      }
      return outcomes;
    }
  }

  /** From the first one's arrival to the last one's end. */
  double secondsSince(String moment) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SECONDS)) {
      statement.setString(1, moment);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        return rows.getDouble(1);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
