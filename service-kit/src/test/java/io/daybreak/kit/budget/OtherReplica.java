package io.daybreak.kit.budget;

import io.daybreak.kit.sql.BlockingSql;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.arc.Unremovable;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The budgets as another process has them: nothing shared but the database. */
@Singleton
@Unremovable
public class OtherReplica {

  private final Pool pool;
  private final Budgets budgets;

  OtherReplica(
      Vertx vertx,
      BudgetSettings settings,
      BlockingSql sql,
      @ConfigProperty(name = "quarkus.datasource.reactive.url") String url) {
    pool =
        PgBuilder.pool()
            .connectingTo(PgConnectOptions.fromUri(url).setUser("postgres").setPassword("postgres"))
            .with(new PoolOptions().setMaxSize(5))
            .using(vertx)
            .build();
    budgets =
        new Budgets(
            sql,
            new BudgetTable(pool),
            new BudgetHistory(pool, settings),
            new BudgetMetrics(new SimpleMeterRegistry()),
            settings);
  }

  Budgets budgets() {
    return budgets;
  }

  @PreDestroy
  void close() {
    pool.closeAndAwait();
  }
}
