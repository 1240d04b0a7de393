package io.daybreak.sheets.run;

import io.daybreak.contracts.sheet.TabLayout;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as it was when one of its commands was taken in hand.
 *
 * @param replaceFrom first day whose rows the run replaces; null replaces all
 * @param stagingTab sheet id of the staging tab; null while there is none
 * @param stagingRows rows of the staging tab's grid
 * @param keptRows rows of data before {@code replaceFrom}, as counted by PrepareTab
 * @param rowsStaged rows of data written so far
 * @param sequence number of the command in hand
 * @param holder who has it in hand
 */
public record TabWrite(
    UUID runId,
    String spreadsheetId,
    TabLayout layout,
    @Nullable LocalDate replaceFrom,
    @Nullable Integer stagingTab,
    int stagingRows,
    int keptRows,
    long rowsStaged,
    long sequence,
    UUID holder) {

  /** Sheet id of the staging tab of a run that is past its first command. */
  public int standingStagingTab() {
    if (stagingTab == null) {
      throw new IllegalStateException("Run " + runId + " has no staging tab");
    }
    return stagingTab;
  }
}
