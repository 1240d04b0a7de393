package io.daybreak.console.frontdoor;

import io.daybreak.console.ConsoleConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which service answers a path of the API. Resource names are distinct over the services, and what
 * every service has of its own carries the service's name: {@code /api/alerts/import-service}.
 */
@ApplicationScoped
class Owners {

  private static final Map<String, List<String>> RESOURCES =
      Map.of(
          "import-service",
              List.of(
                  "api-keys",
                  "raw-data",
                  "morning",
                  "batches",
                  "csv-uploads",
                  "csv-tables",
                  "slack-channels"),
          "sheet-service", List.of("spreadsheets"),
          "order-service",
              List.of(
                  "shops", "orders", "review-mails", "compliance-requests", "webhook-deliveries"));

  private final Map<String, URI> services;
  private final Map<String, URI> byResource = new HashMap<>();

  Owners(ConsoleConfig config) {
    services = config.services();
    RESOURCES.forEach(
        (service, resources) -> {
          URI base = services.get(service);
          if (base == null) {
            throw new IllegalStateException("daybreak.console.services." + service + " is not set");
          }
          resources.forEach(resource -> byResource.put(resource, base));
        });
  }

  /**
   * The base address of a path's owner.
   *
   * @param path normalized, beginning with {@code /api/}
   */
  Optional<URI> of(String path) {
    String[] segments = path.split("/", 5);
    URI named = segments.length > 3 ? services.get(segments[3]) : null;
    return named != null
        ? Optional.of(named)
        : Optional.ofNullable(segments.length > 2 ? byResource.get(segments[2]) : null);
  }
}
