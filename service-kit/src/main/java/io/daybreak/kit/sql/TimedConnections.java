package io.daybreak.kit.sql;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Sets the timeouts on every connection of the pool, so that no statement can do without. */
@Singleton
class TimedConnections implements PgPoolCreator {

  private final SqlSettings settings;

  TimedConnections(SqlSettings settings) {
    this.settings = settings;
  }

  @Override
  public Pool create(Input input) {
    input
        .pgConnectOptionsList()
        .forEach(
            options ->
                options
                    .addProperty("statement_timeout", millis(settings.statementTimeout()))
                    .addProperty("lock_timeout", millis(settings.lockTimeout())));
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
        .using(input.vertx())
        .build();
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
