package io.daybreak.kit.lease;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class LeasesTest {

  private static final Duration SHORT = ofMillis(300);

  @Inject Pool pool;
  @Inject Leases leases;

  private final String name = "test-" + UUID.randomUUID();

  @Test
  void onlyOneHoldsALease() {
    try (Lease first = leases.take(name, ofSeconds(30)).orElseThrow()) {
      assertThat(new Leases(pool).take(name, ofSeconds(30))).isEmpty();
      assertThat(leases.take(name, ofSeconds(30))).isEmpty();
      assertThat(first.held()).isTrue();
    }
  }

  @Test
  void aLeaseSaysWhichProcessHasIt() {
    leases.take(name, ofSeconds(30)).orElseThrow();

    assertThat(
            pool.preparedQuery("select process from lease where name = $1")
                .executeAndAwait(Tuple.of(name))
                .iterator()
                .next()
                .getString("process"))
        .startsWith(ProcessHandle.current().pid() + "@");
  }

  @Test
  void aClosedLeaseIsFreeAtOnce() {
    leases.take(name, ofSeconds(30)).orElseThrow().close();

    Optional<Lease> second = new Leases(pool).take(name, ofSeconds(30));

    assertThat(second).isPresent();
    second.get().close();
  }

  @Test
  void aLeaseIsKeptForLongerThanItsDuration() {
    try (Lease lease = leases.take(name, SHORT).orElseThrow()) {
      await()
          .during(SHORT.multipliedBy(4))
          .atMost(ofSeconds(10))
          .until(() -> lease.held() && leases.take(name, SHORT).isEmpty());
    }
  }

  @Test
  void theLeaseOfADeadProcessIsTakenOver() {
    Lease dead = new SilentLeases(pool).take(name, SHORT).orElseThrow();

    Lease heir =
        await("the end of the lease")
            .until(() -> leases.take(name, ofSeconds(30)), Optional::isPresent)
            .orElseThrow();

    assertThat(dead.held()).isFalse();
    dead.close();
    assertThat(leases.take(name, SHORT)).as("closed by one who had lost it").isEmpty();
    heir.close();
  }

  @Test
  void aHolderLearnsThatItsLeaseWasTaken() {
    Lease lease = leases.take(name, SHORT.multipliedBy(3)).orElseThrow();

    pool.preparedQuery("update lease set holder = gen_random_uuid() where name = $1")
        .executeAndAwait(Tuple.of(name));

    await("the next heartbeat").until(() -> !lease.held());
    lease.close();
  }
}
