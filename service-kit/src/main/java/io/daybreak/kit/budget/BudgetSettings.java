package io.daybreak.kit.budget;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How slots are taken. The rates themselves belong to those who make the calls. */
@ConfigMapping(prefix = "daybreak.budgets")
public interface BudgetSettings {

  /**
   * How far ahead a slot may be taken. Long enough to ask for the next slot before its moment,
   * short enough that a call does not hold one budget's slot while it waits for another's.
   */
  @WithDefault("100ms")
  Duration horizon();

  /** A slot reached later than this after its moment is not used: calls must not bunch. */
  @WithDefault("30ms")
  Duration lateness();

  /** How long a call waits for its slot before it fails. */
  @WithDefault("10m")
  Duration longestWait();

  /** How often one call may be refused (429) before it fails. */
  @WithDefault("5")
  int refusalsPerCall();

  /** For how long after a refusal nothing is granted. */
  @WithDefault("1s")
  Duration pauseAfterRefusal();

  /** How many times as long the interval gets by a refusal; by all of them at most four times. */
  @WithDefault("1.25")
  double widening();

  /** For how long after the last refusal the interval stays wide. */
  @WithDefault("1m")
  Duration widenedFor();

  /** How long the counts per minute are kept. */
  @WithDefault("1d")
  Duration history();

  /** How long one statement may take before the call that waits for it fails. */
  @WithDefault("10s")
  Duration statementTimeout();
}
