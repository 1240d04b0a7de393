package io.daybreak.simulators.naver;

import io.daybreak.simulators.naver.access.RateLimits;
import io.daybreak.simulators.naver.report.JobTiming;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * How the NAVER simulator is started.
 *
 * @param port on loopback; 0 takes a free one
 * @param calendar says which day it is for reports; only its instant counts, days are Seoul's
 * @param signatures the clock that signed timestamps are compared with
 * @param readyAt time in Seoul from which on the day before can be reported. NAVER's is about
 *     04:00; midnight by default, so that no test depends on the hour it runs at
 */
public record NaverConfig(
    int port,
    long seed,
    RateLimits limits,
    JobTiming jobs,
    Clock calendar,
    Clock signatures,
    LocalTime readyAt) {

  public static NaverConfig standard(long seed) {
    Clock now = Clock.system(ZoneId.of("Asia/Seoul"));
    return new NaverConfig(
        0, seed, RateLimits.standard(), JobTiming.standard(), now, now, LocalTime.MIDNIGHT);
  }

  public NaverConfig withPort(int fixed) {
    return new NaverConfig(fixed, seed, limits, jobs, calendar, signatures, readyAt);
  }

  public NaverConfig withLimits(RateLimits other) {
    return new NaverConfig(port, seed, other, jobs, calendar, signatures, readyAt);
  }

  public NaverConfig withJobs(JobTiming other) {
    return new NaverConfig(port, seed, limits, other, calendar, signatures, readyAt);
  }

  public NaverConfig withCalendar(Clock other) {
    return new NaverConfig(port, seed, limits, jobs, other, signatures, readyAt);
  }

  public NaverConfig withSignatures(Clock other) {
    return new NaverConfig(port, seed, limits, jobs, calendar, other, readyAt);
  }

  public NaverConfig withReadyAt(LocalTime other) {
    return new NaverConfig(port, seed, limits, jobs, calendar, signatures, other);
  }
}
