package io.daybreak.imports.rawdata;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a tab holds of a day.
 *
 * @param day Asia/Seoul
 * @param importedAt end of the run that brought the rows
 */
public record DayRows(LocalDate day, long rows, Instant importedAt) {}
