package io.daybreak.simulators.naver.report;

import java.time.Duration;

/**
 * How long a report job takes.
 *
 * @param registered time in REGIST
 * @param running time in RUNNING after that
 */
public record JobTiming(Duration registered, Duration running) {

  /**
   * Much faster than NAVER, whose jobs take seconds, but slow enough that one look is not enough.
   */
  public static JobTiming standard() {
    return new JobTiming(Duration.ofMillis(150), Duration.ofMillis(250));
  }

  /** Jobs are done when they are first looked at. */
  public static JobTiming immediate() {
    return new JobTiming(Duration.ZERO, Duration.ZERO);
  }
}
