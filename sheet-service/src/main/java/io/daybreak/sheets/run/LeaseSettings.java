package io.daybreak.sheets.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a claimed command is believed to be worked on. */
@ConfigMapping(prefix = "daybreak.tab-writes")
public interface LeaseSettings {

  /**
   * A command whose holder has not renewed its lease for so long fails its run. Renewed every third
   * of it.
   */
  @WithDefault("45s")
  Duration lease();

  /**
   * Bytes up to which a run's rows are published in one update; Google recommends requests of up to
   * 2 MB. Larger runs are staged in a hidden tab first.
   */
  @WithDefault("2000000")
  long inlineBytes();

  /** How often every replica looks for leases that ran out. */
  @WithDefault("5s")
  Duration sweepEvery();
}
