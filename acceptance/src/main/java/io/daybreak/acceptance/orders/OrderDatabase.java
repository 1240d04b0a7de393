package io.daybreak.acceptance.orders;

import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.start.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What order-service really stored: judged in its database, not by what it says about itself. */
public final class OrderDatabase implements AutoCloseable {

  /** An order as it is stored. */
  public record StoredOrder(
      long shopifyId, String financialStatus, String fulfilmentStatus, boolean cancelled) {}

  /** A review mail as it is stored. */
  public record StoredMail(long shopifyId, String kind, String state, String reason) {}

  /** Makes a row an object. */
  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final Connection connection;

  private OrderDatabase(Connection connection) {
    this.connection = connection;
  }

  public static OrderDatabase of(Stack stack) throws SQLException {
    String name = ServiceName.ORDER.shortName();
    return new OrderDatabase(
        DriverManager.getConnection(stack.outside().databases().jdbcUrl(name), name, name));
  }

  public List<StoredOrder> orders(String shop) throws SQLException {
    return list(
        """
        select o.shopify_id, coalesce(o.financial_status, ''), coalesce(o.fulfilment_status, ''),
          o.cancelled_at is not null
        from shop_order o join shop s on s.id = o.shop_id
        where s.domain = ? and not o.placeholder
        """,
        row ->
            new StoredOrder(row.getLong(1), row.getString(2), row.getString(3), row.getBoolean(4)),
        shop);
  }

  public List<StoredMail> mails(String shop) throws SQLException {
    return list(
        """
        select o.shopify_id, m.kind, m.state, coalesce(m.reason, '')
        from review_mail m
        join shop_order o on o.id = m.order_id
        join shop s on s.id = m.shop_id
        where s.domain = ?
        """,
        row -> new StoredMail(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)),
        shop);
  }

  /** Mails that nobody has decided about yet. */
  public long mailsUnderWay(String shop) throws SQLException {
    return count(
        """
        select count(*) from review_mail m join shop s on s.id = m.shop_id
        where s.domain = ? and m.state in ('SCHEDULED', 'DUE', 'SENDING')
        """,
        shop);
  }

  public long mailsIn(String state, String shop) throws SQLException {
    return count(
        """
        select count(*) from review_mail m join shop s on s.id = m.shop_id
        where s.domain = ? and m.state = ?
        """,
        shop,
        state);
  }

  /** Deliveries that were taken and not applied yet. */
  public long deliveriesWaiting(String shop) throws SQLException {
    return count(
        """
        select count(*) from webhook_delivery d join shop s on s.id = d.shop_id
        where s.domain = ? and d.state = 'RECEIVED'
        """,
        shop);
  }

  public long deliveriesTaken(String shop) throws SQLException {
    return count(
        """
        select count(*) from webhook_delivery d join shop s on s.id = d.shop_id
        where s.domain = ?
        """,
        shop);
  }

  /** Messages of any queue that a handler could not handle. */
  public long failedMessages() throws SQLException {
    return count("select count(*) from message_failure");
  }

  /** A setting of the server, such as {@code fsync}. */
  public String setting(String name) throws SQLException {
    return list("select current_setting(?)", row -> row.getString(1), name).get(0);
  }

  private long count(String sql, String... parameters) throws SQLException {
    return list(sql, row -> row.getLong(1), parameters).get(0);
  }

  private <T> List<T> list(String sql, RowReader<T> reader, String... parameters)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      var found = new ArrayList<T>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
      return found;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
