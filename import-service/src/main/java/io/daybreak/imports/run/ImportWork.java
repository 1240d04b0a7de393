package io.daybreak.imports.run;

import java.time.LocalDate;
import java.util.List;

/**
 * Fetches a run's rows from the platform and sends them to sheet-service as chunks. Called once per
 * run, on a worker thread, and may block.
 */
public interface ImportWork {

  /**
   * Sequence number of the first chunk; {@code PrepareTab} has 0, chunks follow without gaps, and
   * {@code FinishTab} gets the number after the last chunk.
   */
  long FIRST_CHUNK_SEQUENCE = 1;

  /**
   * Fetches and sends everything.
   *
   * @return what was sent
   * @throws RunFailure if the run cannot go on; the caller ends it with the failure's code and
   *     reason
   * @throws io.daybreak.kit.work.ClaimLostException as thrown by {@link RunProgress}; not to be
   *     caught
   */
  SentRows execute(ClaimedRun run, RunProgress progress);

  /**
   * @param rows rows over all chunks
   * @param chunks {@code WriteRows} messages sent
   * @param leftOut days that could not be fetched: what the tab has of them stays
   */
  record SentRows(long rows, long chunks, List<LocalDate> leftOut) {

    public SentRows {
      leftOut = List.copyOf(leftOut);
    }

    public SentRows(long rows, long chunks) {
      this(rows, chunks, List.of());
    }
  }
}
