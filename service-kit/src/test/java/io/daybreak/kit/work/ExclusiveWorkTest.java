package io.daybreak.kit.work;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class ExclusiveWorkTest {

  private static final Duration SHORT = ofMillis(500);

  @Inject ExclusiveWork alone;
  @Inject Replicas replicas;
  @Inject BlockingSql sql;

  private final String name = "test-" + UUID.randomUUID();

  @Test
  void whileOneProcessDoesItNoOtherDoes() {
    AtomicInteger others = new AtomicInteger();

    boolean done =
        alone.run(
            name,
            ofSeconds(30),
            claim -> {
              assertThat(replicas.alive().run(name, ofSeconds(30), c -> others.incrementAndGet()))
                  .isFalse();
              assertThat(claim.held()).isTrue();
              assertThat(claimedBy()).startsWith(ProcessHandle.current().pid() + "@");
            });

    assertThat(done).isTrue();
    assertThat(others).hasValue(0);
    assertThat(replicas.alive().run(name, ofSeconds(30), c -> others.incrementAndGet())).isTrue();
  }

  @Test
  void itIsReleasedWhenItFails() {
    try {
      alone.run(
          name,
          ofSeconds(30),
          claim -> {
            throw new IllegalStateException("on purpose");
          });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("on purpose");
    }

    assertThat(alone.run(name, ofSeconds(30), claim -> {})).isTrue();
  }

  @Test
  void theWorkOfADeadProcessIsTakenOverAndItsReleaseChangesNothing() {
    Claim<String> dead = replicas.dead().claim(name, SHORT).orElseThrow();

    Claim<String> heir =
        await("the end of the claim")
            .until(() -> alone.claim(name, ofSeconds(30)), Optional::isPresent)
            .orElseThrow();

    assertThat(dead.held()).isFalse();
    assertThat(heir.token()).isGreaterThan(dead.token());
    dead.release();
    assertThat(alone.claim(name, SHORT)).as("released by one who had lost it").isEmpty();
    heir.release();
  }

  private String claimedBy() {
    return sql.one("select claimed_by from exclusive_work where name = $1", name)
        .getString("claimed_by");
  }
}
