package io.daybreak.imports.run;

/**
 * The run is no longer this worker's: somebody cancelled it, or its lease ran out. Whoever ended it
 * has written the reason, so the worker just stops.
 */
public final class RunStopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RunStopped(String reason) {
    super(reason, null, false, false);
  }
}
