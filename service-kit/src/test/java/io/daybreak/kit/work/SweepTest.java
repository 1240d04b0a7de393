package io.daybreak.kit.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SweepTest {

  private final AtomicInteger swept = new AtomicInteger();

  @Test
  void oneThatFailsKeepsNoOtherFromItsSweep() {
    Expiring failing =
        () -> {
          throw new IllegalStateException("on purpose");
        };

    new Sweep(List.of(swept::incrementAndGet, failing, swept::incrementAndGet)).sweep();

    assertThat(swept).hasValue(2);
  }
}
