package io.daybreak.kit.queue;

import io.daybreak.contracts.sheet.FinishTab;
import java.util.UUID;

/** Messages to try queues with. */
final class Commands {

  private Commands() {}

  /** A command of a run of its own. */
  static FinishTab command(String spreadsheet, long sequence) {
    return command(UUID.randomUUID(), spreadsheet, sequence);
  }

  static FinishTab command(UUID run, String spreadsheet, long sequence) {
    return new FinishTab(run, sequence, spreadsheet, 0, null);
  }
}
