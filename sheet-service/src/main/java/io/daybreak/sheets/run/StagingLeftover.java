package io.daybreak.sheets.run;

import java.util.UUID;

/** A staging tab that may still stand although its run has ended. */
public record StagingLeftover(UUID runId, String spreadsheetId, int stagingTab) {}
