package io.daybreak.imports.run;

import io.daybreak.imports.format.Format;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run that belongs to exactly one worker: what it has to fetch and where the rows go.
 *
 * @param from first day, Asia/Seoul
 * @param to last day, included
 */
public record ClaimedRun(
    UUID runId,
    UUID rawDataId,
    UUID apiKeyId,
    String customerId,
    Format format,
    String spreadsheetId,
    @Nullable String templateSpreadsheetId,
    LocalDate from,
    LocalDate to,
    RunKind kind) {}
