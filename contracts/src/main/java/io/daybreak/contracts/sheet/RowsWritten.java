package io.daybreak.contracts.sheet;

import java.util.UUID;

/**
 * Progress.
 *
 * @param rowsWritten rows of the run staged so far, over all chunks
 */
public record RowsWritten(UUID runId, long rowsWritten) implements SheetEvent {

  @Override
  public String deduplicationId() {
    return runId + "-rows-" + rowsWritten;
  }
}
