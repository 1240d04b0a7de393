package io.daybreak.kit.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class ForfeitsTest {

  @Inject BlockingSql sql;
  @Inject BudgetTable table;
  @Inject BudgetHistory history;
  @Inject BudgetMetrics metrics;
  @Inject BudgetSettings settings;

  @Test
  void eachSlotThatIsReachedTooLateIsBookedOnce() {
    Budget budget = Budget.perSecond("test:" + UUID.randomUUID(), 500);
    Budgets late = new Budgets(sql, table, history, metrics, new LateAtFirst(settings, 4));

    late.awaitSlot(List.of(budget));

    BudgetUse use =
        late.usage().await().indefinitely().stream()
            .filter(one -> one.name().equals(budget.name()))
            .findFirst()
            .orElseThrow();
    assertThat(use.granted()).isEqualTo(5);
    assertThat(use.forfeited()).isEqualTo(4);
  }

  /** Reaches its first slots too late, however fast it is. */
  private record LateAtFirst(BudgetSettings settings, AtomicInteger left)
      implements BudgetSettings {

    LateAtFirst(BudgetSettings settings, int times) {
      this(settings, new AtomicInteger(times));
    }

    @Override
    public Duration lateness() {
      return left.getAndDecrement() > 0 ? Duration.ofDays(-1) : Duration.ofDays(1);
    }

    @Override
    public Duration horizon() {
      return settings.horizon();
    }

    @Override
    public Duration longestWait() {
      return settings.longestWait();
    }

    @Override
    public int refusalsPerCall() {
      return settings.refusalsPerCall();
    }

    @Override
    public Duration pauseAfterRefusal() {
      return settings.pauseAfterRefusal();
    }

    @Override
    public double widening() {
      return settings.widening();
    }

    @Override
    public Duration widenedFor() {
      return settings.widenedFor();
    }

    @Override
    public Duration history() {
      return settings.history();
    }

    @Override
    public Duration statementTimeout() {
      return settings.statementTimeout();
    }
  }
}
