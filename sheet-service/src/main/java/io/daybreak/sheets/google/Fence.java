package io.daybreak.sheets.google;

/**
 * Asked immediately before a write leaves, after it has waited for its slot: whether the caller may
 * still write.
 */
@FunctionalInterface
public interface Fence {

  /** For writes that do no harm whoever makes them, such as removing what a dead run has left. */
  Fence OPEN = () -> {};

  /**
   * @throws io.daybreak.sheets.failure.FailureException if not
   */
  void check();
}
