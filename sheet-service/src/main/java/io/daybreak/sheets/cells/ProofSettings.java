package io.daybreak.sheets.cells;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The codes that prove a spreadsheet. */
@ConfigMapping(prefix = "daybreak.spreadsheets")
interface ProofSettings {

  /** How long a code counts. */
  @WithDefault("PT1H")
  Duration codeLifetime();
}
