package io.daybreak.imports.fetch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a day that NAVER gives is not believed. */
@ConfigMapping(prefix = "daybreak.doubts")
public interface DoubtConfig {

  /**
   * The share by which a day's impressions may be smaller than what the tab holds of it, or than
   * the account's usual same weekday, 0 to 1. From 1 on only days that vanish are doubted.
   */
  @WithDefault("0.4")
  double shrinkTolerated();

  /**
   * How long NAVER has to stay by the same numbers until they are believed; never where it says
   * that there is nothing while the tab has rows.
   */
  @WithDefault("2h")
  Duration settled();

  /** Newest days of a run that are compared with the usual; older ones only with the tab. */
  @WithDefault("7")
  int days();

  /** Impressions below which a usual day says nothing about another one. */
  @WithDefault("100")
  long leastImpressions();
}
