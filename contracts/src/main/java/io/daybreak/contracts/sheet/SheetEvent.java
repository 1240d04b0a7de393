package io.daybreak.contracts.sheet;

import io.daybreak.contracts.Message;
import io.daybreak.contracts.queue.Queue;
import java.util.UUID;

/**
 * What sheet-service tells about a run. Each event names a fact with its absolute numbers, so that
 * one seen twice, or one that arrives after a later one, changes nothing.
 */
public sealed interface SheetEvent extends Message
    permits TabPrepared, RowsWritten, TemplateStarted, TabFinished, RunFailed {

  UUID runId();

  @Override
  default Queue queue() {
    return Queue.SHEET_EVENTS;
  }

  @Override
  default String group() {
    return runId().toString();
  }

  @Override
  default String deduplicationId() {
    return runId() + "-" + getClass().getSimpleName();
  }
}
