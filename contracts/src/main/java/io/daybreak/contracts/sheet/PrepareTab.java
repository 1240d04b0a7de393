package io.daybreak.contracts.sheet;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * First command of a run: look at the spreadsheet, check the cell budget over all its tabs, and
 * make a hidden staging tab for the rows. The tab that people see stays as it is until {@link
 * FinishTab}.
 *
 * @param replaceFrom first day whose rows the run replaces; null replaces all rows of the tab
 * @param estimatedRows how many rows the plan expects, at least 0
 */
public record PrepareTab(
    UUID runId,
    long sequence,
    String spreadsheetId,
    TabLayout layout,
    @Nullable LocalDate replaceFrom,
    long estimatedRows)
    implements SheetCommand {}
