package io.daybreak.sheets.run;

import io.daybreak.contracts.sheet.TabLayout;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as it was when one of its commands was claimed.
 *
 * @param replaceFrom first day whose rows the run replaces; null replaces all
 * @param replaceTo last day whose rows the run replaces; null for no end
 * @param tabId sheet id of the tab that people see; null while none is known
 * @param estimatedRows rows that the run was planned with
 * @param stagingTab sheet id of the staging tab; null while there is none
 * @param stagingRows rows of the staging tab's grid
 * @param keptRows rows of data that stay, as counted when the staging tab was made
 * @param rowsStaged rows of data that have arrived so far
 * @param rowsByDay the same by their days
 * @param inlineBytes bytes that they would take in one update
 * @param sequence number of the claimed command
 * @param holder who has claimed it
 */
public record TabWrite(
    UUID runId,
    String spreadsheetId,
    TabLayout layout,
    @Nullable LocalDate replaceFrom,
    @Nullable LocalDate replaceTo,
    @Nullable Integer tabId,
    long estimatedRows,
    @Nullable Integer stagingTab,
    int stagingRows,
    int keptRows,
    long rowsStaged,
    Map<LocalDate, Long> rowsByDay,
    long inlineBytes,
    long sequence,
    UUID holder) {

  /** The same run once its rows go into a staging tab. */
  public TabWrite inStaging(int tab, int rows, int kept) {
    return new TabWrite(
        runId,
        spreadsheetId,
        layout,
        replaceFrom,
        replaceTo,
        tabId,
        estimatedRows,
        tab,
        rows,
        kept,
        rowsStaged,
        rowsByDay,
        inlineBytes,
        sequence,
        holder);
  }

  /** Sheet id of the staging tab of a run that is past its first command. */
  public int standingStagingTab() {
    if (stagingTab == null) {
      throw new IllegalStateException("Run " + runId + " has no staging tab");
    }
    return stagingTab;
  }
}
