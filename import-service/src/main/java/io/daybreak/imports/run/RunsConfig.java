package io.daybreak.imports.run;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The queue, the workers and what counts as dead. */
@ConfigMapping(prefix = "daybreak.runs")
public interface RunsConfig {

  /** Runs of one API key that may be in CREATING or IMPORTING at once, in the whole cluster. */
  @WithDefault("3")
  int limitPerKey();

  /**
   * For how long the sheet writer's rate has work with the runs that are live; the others wait.
   * Well below {@code writer-silence-limit}.
   */
  @WithDefault("PT5M")
  Duration writesAhead();

  /** Runs that one instance executes at once; 0 for an instance that only answers HTTP. */
  @WithDefault("4")
  int workers();

  /** How often an idle instance looks for a run to claim, where nothing has nudged it. */
  @WithDefault("PT1S")
  Duration poll();

  /** How long a worker may be silent before its run counts as lost; renewed every third of it. */
  @WithDefault("PT30S")
  Duration lease();

  /**
   * How long a run may stand in IMPORTING without a worker while no worker at all is alive in the
   * cluster.
   */
  @WithDefault("PT1H")
  Duration unclaimedLimit();

  /** How long sheet-service may say nothing, of this run or any other, before the run is lost. */
  @WithDefault("PT10M")
  Duration writerSilence();

  /**
   * How long sheet-service may say nothing of one run, however much it says of others, beyond the
   * time that it needs for everything it has to write.
   */
  @WithDefault("PT30M")
  Duration writerSilenceLimit();

  /** How long a worker may need to stop when the instance shuts down before it is left alone. */
  @WithDefault("PT10S")
  Duration shutdownGrace();

  /** Where runs are executed whose plan exceeds {@link #longRunSeconds()}. */
  @WithDefault("LOCAL")
  Executor longRunExecutor();

  /** Planned seconds from which a run counts as long. */
  @WithDefault("600")
  long longRunSeconds();

  /** Runs that failed within an hour, above which people are told. */
  @WithDefault("5")
  long failuresTolerated();

  /**
   * How long runs and their log are kept after their end, but for a set's newest run and its last
   * success; what they fetched of each day stays known. Longer than the 365 days that NAVER keeps.
   */
  @WithDefault("P450D")
  Duration keptFor();
}
