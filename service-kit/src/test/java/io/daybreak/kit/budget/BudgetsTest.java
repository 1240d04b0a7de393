package io.daybreak.kit.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.daybreak.kit.testing.EmbeddedServices;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class BudgetsTest {

  @Inject Budgets budgets;
  @Inject BudgetSettings settings;
  @Inject Vertx vertx;

  @ConfigProperty(name = "quarkus.datasource.reactive.url")
  String url;

  private Pool otherPool;
  private Budgets otherReplica;

  @BeforeEach
  void startAnotherReplica() {
    otherPool =
        PgBuilder.pool()
            .connectingTo(PgConnectOptions.fromUri(url).setUser("postgres").setPassword("postgres"))
            .with(new PoolOptions().setMaxSize(5))
            .using(vertx)
            .build();
    otherReplica =
        new Budgets(
            new BudgetTable(otherPool),
            new BudgetHistory(otherPool, settings),
            new BudgetMetrics(new SimpleMeterRegistry()),
            settings);
  }

  @AfterEach
  void stopAnotherReplica() {
    otherPool.close().await().indefinitely();
  }

  @Test
  void racingReplicasNeverExceedTheRateInAnyWindowAndWasteLittle() {
    int rate = 40;
    Budget budget = Budget.perSecond(name(), rate);

    List<Long> moments = race(Duration.ofSeconds(5), List.of(budget), budgets, otherReplica);

    System.out.println(
        +moments.size() + " " + mostWithin(Duration.ofSeconds(1), moments) + " " + use(budget));
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
    Running crowd = new Running();
    for (int thread = 0; thread < 3; thread++) {
      crowd.start(() -> otherReplica.awaitSlot(List.of(slow, shared)));
    }

    List<Long> moments = race(Duration.ofSeconds(3), List.of(shared), budgets);

    crowd.stop();
    assertThat(moments.size()).isGreaterThan((int) (3 * 50 * 0.85));
  }

  @Test
  void twoCallsWithTheSameBudgetsInAnotherOrderDoNotBlockEachOther() {
    Budget one = Budget.perSecond(name(), 200);
    Budget two = Budget.perSecond(name(), 200);
    Running crowd = new Running();
    crowd.start(() -> otherReplica.awaitSlot(List.of(two, one)));

    List<Long> moments = race(Duration.ofSeconds(1), List.of(one, two), budgets);

    crowd.stop();
    assertThat(moments).hasSizeGreaterThan(30);
    assertThat(crowd.failures()).isEmpty();
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
    assertThat(interval.toMillis()).isCloseTo(131, within(30L)); // 105 ms x 1.25
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
  void aWaitingCallCanBeInterrupted() {
    Budget budget = new Budget(name(), Duration.ofMinutes(1), 0);
    budgets.awaitSlot(List.of(budget));
    Running waiting = new Running();
    waiting.start(() -> budgets.awaitSlot(List.of(budget)));

    await().until(waiting::isAsleep);

    waiting.stop();

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

  /** Four threads a replica take slots as fast as they get them; returns when they got them. */
  private static List<Long> race(Duration time, List<Budget> wanted, Budgets... replicas) {
    ConcurrentLinkedQueue<Long> moments = new ConcurrentLinkedQueue<>();
    long end = System.nanoTime() + time.toNanos();
    Running crowd = new Running();
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
    crowd.stop();
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

  /** Threads that do the same thing again and again until they are stopped or it fails. */
  private static final class Running {

    private final List<Thread> threads = new ArrayList<>();
    private final ConcurrentLinkedQueue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private final CountDownLatch stop = new CountDownLatch(1);

    void start(Runnable task) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  while (stop.getCount() > 0) {
                    task.run();
                  }
                } catch (RuntimeException e) {
                  failures.add(e);
                }
              });
      threads.add(thread);
      thread.start();
    }

    void stop() {
      stop.countDown();
      for (Thread thread : threads) {
        thread.interrupt();
        try {
          thread.join();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
    }

    boolean isAsleep() {
      return threads.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING);
    }

    long interrupted() {
      return failures.stream().filter(WaitInterruptedException.class::isInstance).count();
    }

    List<RuntimeException> failures() {
      return failures.stream().filter(e -> !(e instanceof WaitInterruptedException)).toList();
    }
  }
}
