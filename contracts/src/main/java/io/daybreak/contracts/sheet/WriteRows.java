package io.daybreak.contracts.sheet;

import java.util.UUID;

/**
 * A chunk: rows with a fixed place among the rows of the run, so that writing it twice is the same
 * write.
 *
 * @param startRow place of the chunk's first row among the run's rows, from 0
 * @param rowCount rows in the chunk, at least 1
 * @param rows the rows as {@link RowBlock} packs them
 */
public record WriteRows(
    UUID runId, long sequence, String spreadsheetId, long startRow, int rowCount, String rows)
    implements SheetCommand {}
