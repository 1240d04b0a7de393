package io.daybreak.acceptance.deadletter;

import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.start.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * While it is on, PostgreSQL refuses every change of an order as it refuses the loser of a race:
 * with a serialisation failure.
 */
public final class Conflict implements AutoCloseable {

  static final String MESSAGE = "conflict on purpose";

  private static final String TRIGGER =
      """
      create table conflict_on_purpose (since timestamptz not null default now());
      create function refuse_on_purpose() returns trigger language plpgsql as $$
      begin
        if exists (select from conflict_on_purpose) then
          raise exception '%s' using errcode = 'serialization_failure';
        end if;
        return new;
      end
      $$;
      create trigger refuse_on_purpose before insert or update on shop_order
        for each row execute function refuse_on_purpose();
      insert into conflict_on_purpose default values;
      """;

  private final Connection connection;

  private Conflict(Connection connection) {
    this.connection = connection;
  }

  public static Conflict begin(Stack stack) throws SQLException {
    String name = ServiceName.ORDER.shortName();
    Connection connection =
        DriverManager.getConnection(stack.outside().databases().jdbcUrl(name), name, name);
    execute(connection, TRIGGER.formatted(MESSAGE));
    return new Conflict(connection);
  }

  public void end() throws SQLException {
    execute(connection, "delete from conflict_on_purpose");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
