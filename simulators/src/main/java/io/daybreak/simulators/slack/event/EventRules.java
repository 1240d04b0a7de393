package io.daybreak.simulators.slack.event;

import java.time.Duration;
import java.util.List;

/**
 * Slack's rules: 3 s for an answer of 2xx, else three more attempts: at once, after 1 and after 5
 * minutes.
 *
 * @param timeScale what the pauses are multiplied with, so that tests need not wait
 * @param copies how often each event is sent, as if answers got lost; 1 is Slack on a good day
 * @see <a href="https://docs.slack.dev/apis/events-api/#retries">Slack on retries</a>
 */
public record EventRules(double timeScale, int copies) {

  static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

  private static final List<Duration> PAUSES =
      List.of(Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(5));

  /** Retries after the first attempt. */
  static final int RETRIES = PAUSES.size();

  public static EventRules real() {
    return new EventRules(1, 1);
  }

  public EventRules scaled(double scale) {
    return new EventRules(scale, copies);
  }

  public EventRules copied(int times) {
    return new EventRules(timeScale, times);
  }

  /**
   * @param retry from 1
   */
  Duration pauseBefore(int retry) {
    return Duration.ofMillis(Math.max(1, Math.round(PAUSES.get(retry - 1).toMillis() * timeScale)));
  }
}
