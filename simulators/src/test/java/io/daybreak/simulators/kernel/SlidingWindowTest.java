package io.daybreak.simulators.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long MILLI = 1_000_000L;

  @Test
  void callsAtTheEndOfOneSecondStillCountAtTheBeginningOfTheNext() {
    var window = new SlidingWindow(10, Duration.ofSeconds(1));
    for (int i = 0; i < 10; i++) {
      assertThat(window.tryAdmit("key", 990 * MILLI + i)).isTrue();
    }

    assertThat(window.tryAdmit("key", 1_010 * MILLI)).isFalse();
    assertThat(window.tryAdmit("key", 1_990 * MILLI - 1)).isFalse();
    assertThat(window.tryAdmit("key", 1_990 * MILLI)).isTrue();
    assertThat(window.tryAdmit("key", 1_990 * MILLI)).isFalse();
  }

  @Test
  void nothingIsSavedUpByBeingIdle() {
    var window = new SlidingWindow(3, Duration.ofSeconds(1));
    window.tryAdmit("key", 0);

    long later = 3_600 * SECOND;

    assertThat(window.tryAdmit("key", later)).isTrue();
    assertThat(window.tryAdmit("key", later)).isTrue();
    assertThat(window.tryAdmit("key", later)).isTrue();
    assertThat(window.tryAdmit("key", later)).isFalse();
  }

  @Test
  void keysDoNotShareAWindowAndRefusedCallsDoNotCount() {
    var window = new SlidingWindow(1, Duration.ofSeconds(1));
    assertThat(window.tryAdmit("a", 0)).isTrue();
    assertThat(window.tryAdmit("b", 0)).isTrue();
    assertThat(window.tryAdmit("a", SECOND / 2)).isFalse();

    assertThat(window.tryAdmit("a", SECOND)).isTrue();
  }

  @Test
  void noStretchOfASecondHoldsMoreThanTheLimitUnderRandomTraffic() {
    long seed = 4711;
    System.out.println("seed " + seed);
    var random = new Random(seed);
    var window = new SlidingWindow(10, Duration.ofSeconds(1));
    List<Long> admitted = new ArrayList<>();
    long now = 0;
    for (int i = 0; i < 20_000; i++) {
      now += random.nextInt(60) * MILLI;
      if (window.tryAdmit("key", now)) {
        admitted.add(now);
      }
    }

    for (int i = 10; i < admitted.size(); i++) {
      assertThat(admitted.get(i) - admitted.get(i - 10)).isGreaterThanOrEqualTo(SECOND);
    }
    assertThat(admitted).hasSizeGreaterThan((int) (now / SECOND) * 9);
  }
}
