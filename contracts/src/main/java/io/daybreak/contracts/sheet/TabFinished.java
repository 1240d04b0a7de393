package io.daybreak.contracts.sheet;

import java.util.UUID;

/**
 * All of the run is in the spreadsheet.
 *
 * @param tabRows data rows in the tab now, those of earlier runs included
 */
public record TabFinished(UUID runId, long tabRows) implements SheetEvent {}
