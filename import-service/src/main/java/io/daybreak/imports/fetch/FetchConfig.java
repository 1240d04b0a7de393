package io.daybreak.imports.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How much one run does at once and may hold. */
@ConfigMapping(prefix = "daybreak.fetch")
public interface FetchConfig {

  /** Days that are downloaded at once while an earlier day is being sent; all are in memory. */
  @WithDefault("2")
  @Min(1)
  int daysAhead();

  /**
   * Rows that one day may have. A day takes about 100 bytes a row and 150 a keyword; a run holds
   * {@link #daysAhead()} days and the one being sent.
   */
  @WithDefault("250000")
  @Min(1)
  int rowsPerDay();
}
