package io.daybreak.kit.schema;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the right database answers: one that has this service's history, which an empty or a
 * foreign one has not, within two seconds.
 */
@Readiness
@ApplicationScoped
class SchemaReady implements AsyncHealthCheck {

  private static final String NAME = "database migrated";

  private static final String LOOK = "select 1 from flyway_schema_history where success limit 1";

  private static final Duration LIMIT = Duration.ofSeconds(2);

  private final Pool pool;

  SchemaReady(Pool pool) {
    this.pool = pool;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return pool.query(LOOK)
        .execute()
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .map(rows -> HealthCheckResponse.named(NAME).status(rows.size() > 0).build())
        .onFailure()
        .recoverWithItem(() -> HealthCheckResponse.named(NAME).down().build());
  }
}
