package io.daybreak.contracts.sheet;

import io.daybreak.contracts.Message;
import io.daybreak.contracts.queue.Queue;
import java.util.UUID;

/**
 * A command to sheet-service. The commands of a run are numbered from 0 without gaps; one that was
 * seen before does nothing, a gap fails the run. {@link AbandonTab} is the exception: it ends the
 * conversation at whatever point it has reached and carries {@link #NO_SEQUENCE}.
 */
public sealed interface SheetCommand extends Message
    permits PrepareTab, WriteRows, FinishTab, AbandonTab {

  long NO_SEQUENCE = -1;

  UUID runId();

  long sequence();

  String spreadsheetId();

  @Override
  default Queue queue() {
    return Queue.SHEET_COMMANDS;
  }

  @Override
  default String group() {
    return spreadsheetId();
  }

  @Override
  default String deduplicationId() {
    return runId() + "-" + sequence();
  }
}
