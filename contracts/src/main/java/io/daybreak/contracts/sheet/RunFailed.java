package io.daybreak.contracts.sheet;

import io.daybreak.contracts.run.FailureCode;
import java.util.UUID;

/**
 * The run cannot go on.
 *
 * @param reason one sentence in English that names the numbers and says what to do
 */
public record RunFailed(UUID runId, FailureCode code, String reason) implements SheetEvent {}
