package io.daybreak.contracts.sheet;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Last command of a run: put the rows into the tab in one atomic update, then copy the template's
 * tabs.
 *
 * @param totalRows rows of the run over all chunks; a different number arrived fails the run
 * @param templateSpreadsheetId spreadsheet whose tabs are copied in, or null for none
 * @param missingDays days of the range that the run brings no rows of, because the platform had
 *     none yet: whatever the tab has of them stays, and row 1 names them; null for none
 * @param doubtfulDays days whose rows are written but are probably not complete: row 1 names them;
 *     null for none
 */
public record FinishTab(
    UUID runId,
    long sequence,
    String spreadsheetId,
    long totalRows,
    @Nullable String templateSpreadsheetId,
    @Nullable List<LocalDate> missingDays,
    @Nullable List<LocalDate> doubtfulDays)
    implements SheetCommand {

  public FinishTab {
    missingDays = missingDays == null ? List.of() : List.copyOf(missingDays);
    doubtfulDays = doubtfulDays == null ? List.of() : List.copyOf(doubtfulDays);
  }

  /** With all days as they should be. */
  public FinishTab(
      UUID runId,
      long sequence,
      String spreadsheetId,
      long totalRows,
      @Nullable String templateSpreadsheetId) {
    this(runId, sequence, spreadsheetId, totalRows, templateSpreadsheetId, null, null);
  }
}
