package io.daybreak.kit.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class BudgetsTest {

  @Inject Budgets budgets;
  @Inject BudgetSettings settings;
  @Inject OtherReplica other;

  private Budgets otherReplica;

  @BeforeEach
  void startAnotherReplica() {
    otherReplica = other.budgets();
  }

  @Test
  void aBurstIsGrantedAtOnceAndCountsTowardsTheRate() {
    Budget budget = Budget.perMinute(name(), 60, 20);

    long begin = System.nanoTime();
    for (int call = 0; call < 21; call++) {
      budgets.awaitSlot(List.of(budget));
    }
    Duration burst = Duration.ofNanos(System.nanoTime() - begin);
    budgets.awaitSlot(List.of(budget));
    Duration next = Duration.ofNanos(System.nanoTime() - begin);

    assertThat(burst).isLessThan(Duration.ofSeconds(1));
    assertThat(next).isBetween(Duration.ofMillis(1400), Duration.ofMillis(1700)); // 60 s / 40
  }

  @Test
  void aCallerThatDiesWithASlotBlocksNobody() {
    Budget budget = Budget.perSecond(name(), 10);
    otherReplica.awaitSlot(List.of(budget)); // and never comes back

    long begin = System.nanoTime();
    budgets.awaitSlot(List.of(budget));

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(250));
  }

  @Test
  void aRefusalPausesTheBudgetForEverybodyAndWidensItsInterval() {
    Budget budget = Budget.perSecond(name(), 10);
    budgets.awaitSlot(List.of(budget));

    long begin = System.nanoTime();
    budgets.refused(List.of(budget));
    otherReplica.awaitSlot(List.of(budget));
    Duration pause = Duration.ofNanos(System.nanoTime() - begin);
    otherReplica.awaitSlot(List.of(budget));
    Duration interval = Duration.ofNanos(System.nanoTime() - begin).minus(pause);

    assertThat(pause).isBetween(Duration.ofMillis(990), Duration.ofMillis(1200));
    assertThat(interval.toMillis()).isCloseTo(132, within(30L)); // 106 ms x 1.25
    BudgetUse use = use(budget);
    assertThat(use.refused()).isEqualTo(1);
    assertThat(use.widenedUntil()).isNotNull();
  }

  @Test
  void aRefusedCallIsMadeAgainAtAnotherSlotButNotForEver() {
    Budget budget = Budget.perSecond(name(), 1000);
    AtomicInteger calls = new AtomicInteger();

    String answer =
        budgets.call(
            List.of(budget),
            () -> {
              if (calls.incrementAndGet() < 3) {
                throw new CallRefusedException("429");
              }
              return "answer";
            });

    assertThat(answer).isEqualTo("answer");
    assertThat(calls).hasValue(3);
    assertThatThrownBy(
            () ->
                budgets.call(
                    List.of(budget),
                    () -> {
                      calls.incrementAndGet();
                      throw new CallRefusedException("429");
                    }))
        .isInstanceOf(BudgetExhaustedException.class);
    assertThat(calls).hasValue(3 + 1 + settings.refusalsPerCall());
  }

  @Test
  void minutesTellWhatABudgetWasUsedForAndWhatWasRefused() {
    Budget budget = Budget.perSecond(name(), 1000);
    budgets.awaitSlot(List.of(budget));
    budgets.awaitSlot(List.of(budget));
    budgets.refused(List.of(budget));

    List<BudgetMinute> minutes =
        budgets.minutes(budget, 5).await().atMost(settings.statementTimeout());

    assertThat(minutes).hasSize(5).isSortedAccordingTo(Comparator.comparing(BudgetMinute::minute));
    assertThat(minutes).extracting(BudgetMinute::refused).endsWith(1L);
    assertThat(minutes.stream().mapToLong(m -> m.granted() - m.forfeited()).sum()).isEqualTo(2);
    assertThat(minutes.get(0).granted()).isZero();
  }

  @Test
  void aWaitingCallCanBeInterrupted() {
    Budget budget = new Budget(name(), Duration.ofMinutes(1), 0);
    budgets.awaitSlot(List.of(budget));
    Crowd waiting = new Crowd();
    waiting.start(() -> budgets.awaitSlot(List.of(budget)));

    await().until(waiting::isAsleep);

    waiting.close();

    assertThat(waiting.interrupted()).isOne();
  }

  @Test
  void theUseOfABudgetIsCounted() {
    Budget budget = Budget.perSecond(name(), 1000);
    for (int call = 0; call < 5; call++) {
      budgets.awaitSlot(List.of(budget));
    }

    BudgetUse use = use(budget);

    assertThat(use.granted() - use.forfeited()).isEqualTo(5);
    assertThat(use.recentlyGranted()).isEqualTo(use.granted());
    assertThat(use.inUse()).isPositive().isLessThan(0.01);
    assertThat(use.interval()).isEqualTo(budget.interval());
    assertThat(use.widenedUntil()).isNull();
  }

  private BudgetUse use(Budget budget) {
    return budgets.usage().await().indefinitely().stream()
        .filter(use -> use.name().equals(budget.name()))
        .findAny()
        .orElseThrow();
  }

  private static String name() {
    return "test:" + UUID.randomUUID();
  }
}
