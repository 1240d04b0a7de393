package io.daybreak.imports.run;

/** What a worker tells while it works, and where it learns that it has to stop. Thread-safe. */
public interface RunProgress {

  /**
   * Call after each day.
   *
   * @param daysDone days fetched completely so far
   * @param rows rows fetched so far, over all days
   * @throws io.daybreak.kit.work.ClaimLostException if the run is no longer this worker's
   */
  void fetched(int daysDone, long rows);

  /**
   * Cheap (no database); call before every call to the outside and before every chunk.
   *
   * @throws io.daybreak.kit.work.ClaimLostException if the run is no longer this worker's: it was
   *     cancelled, or its lease ran out
   */
  void checkCancelled();
}
