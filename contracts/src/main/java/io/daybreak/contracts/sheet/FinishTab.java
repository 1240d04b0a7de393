package io.daybreak.contracts.sheet;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Last command of a run: put the staged rows into the tab in one atomic update, remove surplus rows
 * and the staging tab, then copy the template's tabs.
 *
 * @param totalRows rows of the run over all chunks; a different number staged fails the run
 * @param templateSpreadsheetId spreadsheet whose tabs are copied in, or null for none
 */
public record FinishTab(
    UUID runId,
    long sequence,
    String spreadsheetId,
    long totalRows,
    @Nullable String templateSpreadsheetId)
    implements SheetCommand {}
