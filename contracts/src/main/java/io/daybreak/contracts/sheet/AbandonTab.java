package io.daybreak.contracts.sheet;

import java.util.UUID;

/** The run ended without success: remove its staging tab; later commands of the run do nothing. */
public record AbandonTab(UUID runId, String spreadsheetId) implements SheetCommand {

  @Override
  public long sequence() {
    return NO_SEQUENCE;
  }
}
