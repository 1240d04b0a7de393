package io.daybreak.kit.work;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;

import io.daybreak.kit.budget.Budget;
import io.daybreak.kit.budget.Budgets;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.HandNanoClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class ClaimsTest {

  private static final Duration LONG = ofSeconds(60);

  @Inject TestWork work;
  @Inject Replicas replicas;
  @Inject Claims claims;
  @Inject Budgets budgets;
  @Inject BlockingSql sql;

  private final HandNanoClock clock = new HandNanoClock();
  private UUID id;

  @BeforeEach
  void open() {
    work.createTable();
    id = work.open();
  }

  @Test
  void ofManyWhoClaimAtOnceOneGetsTheWork() {
    CountDownLatch start = new CountDownLatch(1);
    List<CompletableFuture<Optional<Claim<UUID>>>> races = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      races.add(CompletableFuture.supplyAsync(() -> claimAfter(start)));
    }
    start.countDown();

    assertThat(races).map(CompletableFuture::join).filteredOn(Optional::isPresent).hasSize(1);
  }

  private Optional<Claim<UUID>> claimAfter(CountDownLatch start) {
    try {
      start.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return work.claim(replicas.claims(clock), id, LONG);
  }

  @Test
  void aClaimIsRenewedForAsLongAsItIsOpen() {
    try (Claim<UUID> claim = work.claim(claims, id, ofSeconds(1)).orElseThrow()) {
      await("several renewals")
          .during(ofSeconds(3))
          .atMost(ofSeconds(20))
          .until(() -> claim.held() && work.claim(claims, id, LONG).isEmpty());
      assertThat(work.done(claim)).isTrue();
    }
  }

  @Test
  void aReleasedClaimIsFreeAtOnceAndItsTokenIsOld() {
    Claim<UUID> first = work.claim(claims, id, LONG).orElseThrow();
    first.release();

    assertThat(work.done(first)).as("nobody has claimed it again yet").isFalse();
    assertThatExceptionOfType(ClaimLostException.class).isThrownBy(first::check);
    try (Claim<UUID> second = work.claim(claims, id, LONG).orElseThrow()) {
      assertThat(second.token()).isGreaterThan(first.token());
      assertThat(second.by()).isNotEqualTo(first.by());
    }
  }

  @Test
  void aClosedClaimExpiresByItself() {
    work.claim(claims, id, ofMillis(500)).orElseThrow().close();

    await("the end of the claim")
        .until(() -> work.claim(claims, id, LONG), Optional::isPresent)
        .orElseThrow()
        .close();
  }

  @Test
  void aProcessThatWasPausedKnowsWhenItGoesOnAndItsStatementsDoNothing() {
    Claim<UUID> paused = work.claim(replicas.claims(clock), id, LONG).orElseThrow();
    assertThatNoException().isThrownBy(paused::check);

    clock.pause(LONG);
    work.expire(id);
    Claim<UUID> heir = work.claim(claims, id, LONG).orElseThrow();

    assertThatExceptionOfType(ClaimLostException.class)
        .isThrownBy(paused::check)
        .withMessageContaining("expired");
    assertThat(work.done(paused)).isFalse();
    assertThat(work.isDone(id)).isFalse();
    assertThat(work.done(heir)).isTrue();
    heir.close();
  }

  @Test
  void whatHasExpiredByTheOwnClockStaysLostWhateverTheDatabaseSays() {
    Claim<UUID> paused = work.claim(replicas.claims(clock), id, LONG).orElseThrow();
    clock.pause(LONG);
    assertThat(paused.held()).isFalse();

    paused.renewed(clock.nanos(), true);

    assertThat(paused.held()).isFalse();
  }

  @Test
  void aRenewalNoticesThatTheWorkWasEndedByAnother() {
    Claim<UUID> claim = work.claim(claims, id, ofSeconds(1)).orElseThrow();

    work.end(id);

    await("the next renewal").until(() -> !claim.held());
    assertThat(work.done(claim)).isFalse();
  }

  @Test
  void renewalsThatFailLetTheClaimExpireAndNothingElse() {
    Claim<UUID> claim = work.claim(claims, id, ofSeconds(1)).orElseThrow();
    sql.changed("alter table test_work rename to test_work_gone");
    try {
      await("the end of the claim").until(() -> !claim.held());
    } finally {
      sql.changed("alter table test_work_gone rename to test_work");
    }
    try (Claim<UUID> next = work.claim(claims, id, ofSeconds(1)).orElseThrow()) {
      await("renewals go on for others")
          .during(ofSeconds(2))
          .atMost(ofSeconds(20))
          .until(next::held);
    }
  }

  @Test
  void aCallIsNotMadeForWorkThatWasLostWhileItWaitedForItsSlot() {
    Claim<UUID> claim = work.claim(replicas.claims(clock), id, LONG).orElseThrow();
    AtomicInteger calls = new AtomicInteger();
    List<Budget> slow = List.of(Budget.perMinute("test:" + id, 40, 0));
    budgets.call(claim, slow, calls::incrementAndGet);

    CompletableFuture<Integer> waiting =
        CompletableFuture.supplyAsync(() -> budgets.call(claim, slow, calls::incrementAndGet));
    clock.pause(LONG);

    assertThatExceptionOfType(java.util.concurrent.CompletionException.class)
        .isThrownBy(waiting::join)
        .withCauseInstanceOf(ClaimLostException.class);
    assertThat(calls).hasValue(1);
  }

  @Test
  void noSlotIsTakenForWorkThatIsLost() {
    Claim<UUID> claim = work.claim(claims, id, LONG).orElseThrow();
    claim.lose("on purpose");
    String name = "test:" + id;

    assertThatExceptionOfType(ClaimLostException.class)
        .isThrownBy(() -> budgets.awaitSlot(claim, List.of(Budget.perSecond(name, 10))));

    assertThat(sql.first("select granted from budget where name = $1 and granted > 0", name))
        .isEmpty();
  }
}
