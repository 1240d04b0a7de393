package io.daybreak.kit.deadletter;

import java.time.Duration;

/** Settings with a lease that ends soon after its holder's death. */
record Hasty(Duration lease) implements DeadLetterSettings {

  @Override
  public boolean enabled() {
    return true;
  }

  @Override
  public Duration delay() {
    return Duration.ZERO;
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Duration stopTimeout() {
    return Duration.ofSeconds(5);
  }

  @Override
  public Duration callTimeout() {
    return Duration.ofSeconds(5);
  }

  @Override
  public Duration retention() {
    return Duration.ofDays(30);
  }

  @Override
  public long openTolerated() {
    return 10;
  }

  @Override
  public long failedTolerated() {
    return 0;
  }
}
