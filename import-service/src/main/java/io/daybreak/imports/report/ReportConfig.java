package io.daybreak.imports.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How reports are ordered and waited for. */
@ConfigMapping(prefix = "daybreak.reports")
public interface ReportConfig {

  /**
   * Report jobs that one run may have at NAVER at once, 20 for ten days of two reports. NAVER
   * silently removes the oldest beyond 100 an account: this number times the runs that may be under
   * way on one account has to stay below that.
   */
  @WithDefault("20")
  @Min(2)
  int jobsAhead();

  /** Pause before the first look at the jobs, and after a look that showed something new. */
  @WithDefault("500ms")
  Duration shortestPause();

  /** The pause between looks grows up to this. */
  @WithDefault("10s")
  Duration longestPause();

  /** How long a report may take to be built. */
  @WithDefault("30m")
  Duration longestBuild();

  /** How long a run waits for NAVER to sum up a day (status AGGREGATING). */
  @WithDefault("10m")
  Duration longestAggregation();
}
