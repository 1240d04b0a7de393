package io.daybreak.imports.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How reports are ordered and waited for. */
@ConfigMapping(prefix = "daybreak.reports")
public interface ReportConfig {

  /**
   * Report jobs that one run may have ordered and not read yet, 20 for ten days of two reports.
   * NAVER removes the oldest beyond 100 an account, or takes no more orders.
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

  /** How long a report may take to be built; after that its day counts as not ready. */
  @WithDefault("10m")
  Duration longestBuild();

  /**
   * Looks that show a day as AGGREGATING after which it counts as not ready: a run does not keep
   * the place of others while NAVER sums up.
   */
  @WithDefault("2")
  @Min(1)
  int looksAtAggregation();

  /** How often a download is made again, after a look, that failed although the report stands. */
  @WithDefault("3")
  int downloadsAgain();

  /**
   * How often the jobs of ended runs are deleted; {@code off} switches it off. Read by the
   * schedule.
   */
  @WithDefault("20s")
  String sweepEvery();

  /**
   * Report jobs of one run that may stay at NAVER while it goes on; beyond that, those that were
   * read are deleted at once. All others are deleted after the run.
   */
  @WithDefault("70")
  int jobsKept();
}
