package io.daybreak.kit.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class BudgetRaceTest {

  @Inject Budgets budgets;
  @Inject OtherReplica other;

  private Budgets otherReplica;

  @BeforeEach
  void startAnotherReplica() {
    otherReplica = other.budgets();
  }

  @Test
  void racingReplicasNeverExceedTheRateInAnyWindowAndWasteLittle() {
    int rate = 40;
    Budget budget = Budget.perSecond(name(), rate);

    List<Long> moments = race(Duration.ofSeconds(5), List.of(budget), budgets, otherReplica);

    assertThat(mostWithin(Duration.ofSeconds(1), moments)).isLessThanOrEqualTo(rate);
    assertThat(moments.size()).isGreaterThan((int) (5 * rate * 0.9));
  }

  @Test
  void aCallTakesPartInEachOfItsBudgets() {
    Budget wide = Budget.perSecond(name(), 100);
    Budget narrow = Budget.perSecond(name(), 20);

    List<Long> moments = race(Duration.ofSeconds(2), List.of(wide, narrow), budgets, otherReplica);

    assertThat(mostWithin(Duration.ofSeconds(1), moments)).isBetween(17, 20);
  }

  @Test
  void aCallThatWaitsForOneBudgetDoesNotWasteAnother() throws Exception {
    Budget shared = Budget.perSecond(name(), 50);
    Budget slow = Budget.perSecond(name(), 1);
    Crowd crowd = new Crowd();
    for (int thread = 0; thread < 3; thread++) {
      crowd.start(() -> otherReplica.awaitSlot(List.of(slow, shared)));
    }

    List<Long> moments = race(Duration.ofSeconds(3), List.of(shared), budgets);

    crowd.close();
    assertThat(moments.size()).isGreaterThan((int) (3 * 50 * 0.85));
  }

  @Test
  void twoCallsWithTheSameBudgetsInAnotherOrderDoNotBlockEachOther() {
    Budget one = Budget.perSecond(name(), 200);
    Budget two = Budget.perSecond(name(), 200);
    Crowd crowd = new Crowd();
    crowd.start(() -> otherReplica.awaitSlot(List.of(two, one)));

    List<Long> moments = race(Duration.ofSeconds(1), List.of(one, two), budgets);

    crowd.close();
    assertThat(moments).hasSizeGreaterThan(30);
    assertThat(crowd.failures()).isEmpty();
  }

  /** Four threads a replica take slots as fast as they get them; returns when they got them. */
  private static List<Long> race(Duration time, List<Budget> wanted, Budgets... replicas) {
    ConcurrentLinkedQueue<Long> moments = new ConcurrentLinkedQueue<>();
    long end = System.nanoTime() + time.toNanos();
    Crowd crowd = new Crowd();
    for (Budgets replica : replicas) {
      for (int thread = 0; thread < 4; thread++) {
        crowd.start(
            () -> {
              replica.awaitSlot(wanted);
              moments.add(System.nanoTime());
            });
      }
    }
    await().atMost(time.plusSeconds(5)).until(() -> System.nanoTime() > end);
    crowd.close();
    return moments.stream().filter(moment -> moment <= end).sorted().toList();
  }

  private static int mostWithin(Duration window, List<Long> moments) {
    int most = 0;
    int from = 0;
    for (int to = 0; to < moments.size(); to++) {
      while (moments.get(to) - moments.get(from) >= window.toNanos()) {
        from++;
      }
      most = Math.max(most, to - from + 1);
    }
    return most;
  }

  private static String name() {
    return "test:" + UUID.randomUUID();
  }
}
