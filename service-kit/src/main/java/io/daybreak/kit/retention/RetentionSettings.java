package io.daybreak.kit.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How tables are kept from growing for ever. */
@ConfigMapping(prefix = "daybreak.retention")
public interface RetentionSettings {

  /** Most rows that one statement deletes, so that no lock is held for long. */
  @WithDefault("500")
  int batch();

  /** How long messages are kept that SQS will never take. */
  @WithDefault("P90D")
  Duration refusedMessages();

  /** How long dead letters are kept that nobody settled. */
  @WithDefault("P180D")
  Duration unsettledLetters();
}
