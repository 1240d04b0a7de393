package io.daybreak.kit.outbox;

import java.time.Duration;

/** Looks once an hour, so that only a nudge can be the reason for a pass. */
record Patient() implements OutboxSettings {

  @Override
  public boolean enabled() {
    return true;
  }

  @Override
  public Duration interval() {
    return Duration.ofHours(1);
  }

  @Override
  public Duration pauseAfterFailure() {
    return Duration.ofSeconds(1);
  }

  @Override
  public int batch() {
    return 10;
  }

  @Override
  public Duration passTimeout() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Duration toleratedAge() {
    return Duration.ofMinutes(5);
  }
}
