package io.daybreak.imports.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;

/** The numbers that estimates are made of. */
@ConfigMapping(prefix = "daybreak.plan")
public interface PlanConfig {

  /** Calls to NAVER a second for one ad account, over all its runs. */
  @WithDefault("10")
  double callsPerSecondAndAccount();

  /** Calls to NAVER a second with one API key, over all its ad accounts. */
  @WithDefault("25")
  double callsPerSecondAndKey();

  /** Calls one report of one day takes: order, download, delete. */
  @WithDefault("3")
  int callsPerReport();

  /** Calls of a run that do not grow with its days: looks at all its reports, and names. */
  @WithDefault("20")
  int otherCalls();

  /** Rows a day where an account has no history. */
  @WithDefault("1000")
  long defaultRowsPerDay();

  /** Rows a second that sheet-service writes. */
  @WithDefault("4000")
  double rowsPerSecond();

  /**
   * Writes a minute that sheet-service makes in all: Google's limit for a service account, less the
   * burst that it keeps.
   */
  @WithDefault("40")
  double writesPerMinute();

  /** Seconds to prepare and to publish a tab, whatever its size. */
  @WithDefault("5")
  long tabSeconds();

  /** Hour in Asia/Seoul from which NAVER has the day before; it says 03:00 to 04:00. */
  @WithDefault("04:00")
  LocalTime dayReadyAt();
}
