package io.daybreak.contracts.sheet;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * First command of a run: find the tab, see that it can be written and that there is room. The tab
 * that people see stays as it is until {@link FinishTab}.
 *
 * @param replaceFrom first day whose rows the run replaces; null replaces all rows of the tab that
 *     have a date
 * @param estimatedRows how many rows the plan expects, at least 0
 * @param tabId Google's id of the tab as an earlier run told it; null where none has. A tab with
 *     this id is the tab, whatever it is called now
 * @param replaceTo last day whose rows the run replaces; null for no end
 * @param earliestDay the earliest day that the sender is able to fetch where the tab is gone or
 *     lacks rows, see {@link TabPrepared#fetchFrom()}; null for a sender that fetches the days it
 *     has said and no others
 */
public record PrepareTab(
    UUID runId,
    long sequence,
    String spreadsheetId,
    TabLayout layout,
    @Nullable LocalDate replaceFrom,
    long estimatedRows,
    @Nullable Integer tabId,
    @Nullable LocalDate replaceTo,
    @Nullable LocalDate earliestDay)
    implements SheetCommand {

  /** For a tab that is known by its title only. */
  public PrepareTab(
      UUID runId,
      long sequence,
      String spreadsheetId,
      TabLayout layout,
      @Nullable LocalDate replaceFrom,
      long estimatedRows) {
    this(runId, sequence, spreadsheetId, layout, replaceFrom, estimatedRows, null, null, null);
  }
}
