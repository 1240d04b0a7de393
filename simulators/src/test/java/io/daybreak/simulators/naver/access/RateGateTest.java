package io.daybreak.simulators.naver.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.simulators.kernel.Arrival;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.RequestHead;
import io.daybreak.simulators.naver.refusal.RefusedException;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateGateTest {

  private static final long MILLI = 1_000_000L;

  private final RateGate gate = new RateGate(new RateLimits(2, 4, 5, 100, Duration.ofSeconds(1)));

  @Test
  void aCustomersReportsAndOtherCallsAreLimitedApart() {
    assertThat(admitted("/stat-reports", "key", "1", 0)).isTrue();
    assertThat(admitted("/report-download", "key", "1", 0)).isTrue();
    assertThat(admitted("/master-reports", "key", "1", 0)).isFalse();
    assertThat(admitted("/ncc/campaigns", "key", "1", 0)).isTrue();
  }

  @Test
  void aKeysCustomersShareItsLimit() {
    for (int customer = 0; customer < 5; customer++) {
      assertThat(admitted("/stats", "key", "" + customer, customer)).isTrue();
    }

    assertThat(admitted("/stats", "key", "9", 10)).isFalse();
    assertThat(admitted("/stats", "other key", "9", 10)).isTrue();
  }

  @Test
  void theWindowSlidesWithEachCallAndHasNoBoundary() {
    admitted("/stat-reports", "key", "1", 900 * MILLI);
    admitted("/stat-reports", "key", "1", 1_300 * MILLI);

    assertThat(admitted("/stat-reports", "key", "1", 1_899 * MILLI)).isFalse();
    assertThat(admitted("/stat-reports", "key", "1", 1_900 * MILLI)).isTrue();
    assertThat(admitted("/stat-reports", "key", "1", 2_299 * MILLI)).isFalse();
    assertThat(admitted("/stat-reports", "key", "1", 2_300 * MILLI)).isTrue();
  }

  @Test
  void aCallThatTheKeyHasNoRoomForIsNotCountedForTheCustomer() {
    for (int i = 0; i < 5; i++) {
      admitted("/stats", "key", "filler" + i, 0);
    }
    for (int i = 0; i < 10; i++) {
      assertThat(admitted("/stat-reports", "key", "1", 500 * MILLI)).isFalse();
    }

    assertThat(admitted("/stat-reports", "key", "1", 1_000 * MILLI)).isTrue();
    assertThat(admitted("/stat-reports", "key", "1", 1_000 * MILLI)).isTrue();
  }

  private boolean admitted(String path, String licence, String customer, long nanos) {
    var head =
        new RequestHead(
            "GET",
            path,
            "",
            MultiMap.caseInsensitiveMultiMap(),
            MultiMap.caseInsensitiveMultiMap(),
            "127.0.0.1");
    var call =
        new Call(head, new Arrival(nanos, Instant.EPOCH), Map.of(), Map.of(), Buffer.buffer());
    try {
      gate.checkCaller(call, licence, customer);
      return true;
    } catch (RefusedException refused) {
      assertThat(refused.answer().status()).isEqualTo(429);
      return false;
    }
  }
}
