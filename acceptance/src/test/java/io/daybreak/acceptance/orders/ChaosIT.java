package io.daybreak.acceptance.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.acceptance.chaos.ChaosOptions;
import io.daybreak.acceptance.chaos.ChaosReport;
import io.daybreak.acceptance.chaos.OrderChaos;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** The small brother of {@code ./daybreak chaos orders}: four kills instead of dozens. */
@InOrderWorld
class ChaosIT {

  private static final int KILLS = 4;

  private final OrderWorld world;

  ChaosIT(OrderWorld world) {
    this.world = world;
  }

  @Test
  void killedWhileReceivingApplyingClaimingAndSendingItLosesAndDoublesNothing() throws Exception {
    long seed = ThreadLocalRandom.current().nextLong(1_000_000);
    ChaosOptions options =
        new ChaosOptions(160, seed, 5, 0.3, Duration.ofSeconds(1), Duration.ofMillis(500), KILLS);

    ChaosReport report = new OrderChaos(options, new PrintWriter(System.out)).run(world.stack());

    report.print(new PrintWriter(System.out));
    assertThat(report.kills()).hasSize(KILLS);
    assertThat(report.verdict().good()).as("seed %d: %s", seed, report.verdict()).isTrue();
  }
}
