package io.daybreak.orders.compliance;

import io.daybreak.kit.retention.Retention;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Exports are personal data as well: they go once the merchant has had time to hand them over. */
@ApplicationScoped
class ExportRetention implements Retention {

  /** How long what was carried out is kept. */
  @ConfigMapping(prefix = "daybreak.compliance")
  public interface ComplianceConfig {

    /** How long an export waits for the merchant; Shopify allows them 30 days to answer. */
    @WithDefault("P30D")
    Duration exportsKept();
  }

  private static final String FORGET =
      """
      update compliance_request set export = null where id in (
        select id from compliance_request
        where export is not null and done_at < now() - make_interval(secs => $1)
        order by done_at
        limit $2
        for update skip locked)
      """;

  private final ComplianceConfig config;

  ExportRetention(ComplianceConfig config) {
    this.config = config;
  }

  @Override
  public String what() {
    return "exports for customers";
  }

  @Override
  public Duration age() {
    return config.exportsKept();
  }

  @Override
  public String statement() {
    return FORGET;
  }
}
