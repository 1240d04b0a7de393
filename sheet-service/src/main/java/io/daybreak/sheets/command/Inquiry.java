package io.daybreak.sheets.command;

import io.daybreak.sheets.failure.FailureException;
import io.daybreak.sheets.google.GoogleFailure;
import io.daybreak.sheets.google.PacedSheets;
import io.daybreak.sheets.grid.CellLimitExceeded;
import io.daybreak.sheets.grid.CellsProtected;
import io.daybreak.sheets.grid.TabChanged;
import io.daybreak.sheets.grid.Workbook;
import io.daybreak.sheets.run.TabWrite;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Finds out why Google refused a write with HTTP 400: by looking at the spreadsheet again, since
 * people may have changed it between our look and our write, and not by reading the message.
 */
@ApplicationScoped
class Inquiry {

  private final PacedSheets sheets;

  Inquiry(PacedSheets sheets) {
    this.sheets = sheets;
  }

  /** For a write that adds no cells. */
  void afterRefusal(TabWrite write, Runnable call) {
    afterRefusal(write, 0, call);
  }

  /**
   * @param cellsAdded cells that the write adds at its fullest moment
   */
  void afterRefusal(TabWrite write, long cellsAdded, Runnable call) {
    try {
      call.run();
    } catch (FailureException e) {
      throw e.failure() instanceof GoogleFailure.Refused ? explained(write, cellsAdded, e) : e;
    }
  }

  static FailureException stagingTabGone() {
    return TabChanged.stagingGone().toException();
  }

  private FailureException explained(TabWrite write, long cellsAdded, FailureException refusal) {
    Workbook now = sheets.workbook(write.spreadsheetId());
    if (write.stagingTab() != null && now.byId(write.stagingTab()).isEmpty()) {
      return stagingTabGone();
    }
    if (write.tabId() != null && now.byId(write.tabId()).isEmpty()) {
      return TabChanged.goneMeanwhile().toException(refusal);
    }
    if (now.cells() + cellsAdded > Workbook.CELL_LIMIT) {
      return new CellLimitExceeded(now.cells(), cellsAdded).toException(refusal);
    }
    return write.tabId() == null ? refusal : protection(write, write.tabId()).orElse(refusal);
  }

  /**
   * A protection of whatever cells of the tab, since people have set one between look and write.
   */
  private Optional<FailureException> protection(TabWrite write, int tab) {
    return sheets
        .tab(write.spreadsheetId(), tab, write.layout())
        .flatMap(
            view ->
                view.protections().stream()
                    .filter(protection -> !protection.editable())
                    .findFirst()
                    .map(
                        protection ->
                            new CellsProtected(view.tab().title(), protection, sheets.account())
                                .toException()));
  }
}
