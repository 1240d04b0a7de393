package io.daybreak.simulators.slack.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver an event.
 *
 * @param retry 0 for the first attempt
 * @param status 0 if no answer came
 * @param failure Slack's word for why it failed, as the next attempt tells
 */
public record EventAttempt(
    String eventId, int retry, int status, @Nullable String failure, Duration took) {

  public boolean succeeded() {
    return failure == null;
  }
}
