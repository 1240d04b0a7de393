package io.daybreak.kit.alert;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code daybreak.alerts.count}: what each rule found when this process last evaluated it; {@code
 * daybreak.alerts.messages} by what became of them.
 */
@ApplicationScoped
class AlertMetrics {

  private final Map<String, Long> counts = new ConcurrentHashMap<>();
  private final MeterRegistry registry;

  AlertMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void found(String rule, Finding finding) {
    if (counts.put(rule, finding.count()) == null) {
      Gauge.builder("daybreak.alerts.count", counts, all -> all.getOrDefault(rule, 0L))
          .tag("rule", rule)
          .register(registry);
    }
  }

  void told(Notification notification) {
    registry.counter("daybreak.alerts.messages", "outcome", notification.outcome()).increment();
  }
}
