package io.daybreak.orders.compliance;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Exports are personal data as well: they go once the merchant has had time to hand them over. */
@ApplicationScoped
class ExportRetention {

  /** How long what was carried out is kept. */
  @ConfigMapping(prefix = "daybreak.compliance")
  public interface ComplianceConfig {

    /** How long an export waits for the merchant; Shopify allows them 30 days to answer. */
    @WithDefault("P30D")
    Duration exportsKept();
  }

  private static final String FORGET =
      """
      update compliance_request set export = null
      where export is not null and done_at < now() - make_interval(secs => $1)
      """;

  private final Pool pool;
  private final ComplianceConfig config;

  ExportRetention(Pool pool, ComplianceConfig config) {
    this.pool = pool;
    this.config = config;
  }

  @Scheduled(every = "1h", delayed = "10m")
  Uni<Void> forgetOldOnes() {
    double seconds = config.exportsKept().toSeconds();
    return pool.preparedQuery(FORGET).execute(Tuple.of(seconds)).replaceWithVoid();
  }
}
