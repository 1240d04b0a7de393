package io.daybreak.kit.budget;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * {@code daybreak.budget.slots} by outcome, and {@code daybreak.budget.wait}: how long calls waited
 * for theirs. The tag is the budget's name without its last part, which may be one of many
 * customers.
 */
@ApplicationScoped
class BudgetMetrics {

  private final MeterRegistry registry;

  BudgetMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void used(List<Budget> budgets, long waitedNanos) {
    for (Budget budget : budgets) {
      slot(budget, "used");
      registry
          .timer("daybreak.budget.wait", "budget", kind(budget))
          .record(Duration.ofNanos(waitedNanos));
    }
  }

  void forfeited(List<Budget> budgets) {
    budgets.forEach(budget -> slot(budget, "forfeited"));
  }

  void refused(List<Budget> budgets) {
    budgets.forEach(budget -> slot(budget, "refused"));
  }

  private void slot(Budget budget, String outcome) {
    registry
        .counter("daybreak.budget.slots", "budget", kind(budget), "outcome", outcome)
        .increment();
  }

  private static String kind(Budget budget) {
    return kind(budget.name());
  }

  /** A budget's name without its last part. */
  static String kind(String name) {
    int last = name.lastIndexOf(':');
    return last < 0 ? name : name.substring(0, last);
  }
}
