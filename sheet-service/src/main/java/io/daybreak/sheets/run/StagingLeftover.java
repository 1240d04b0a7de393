package io.daybreak.sheets.run;

import java.util.UUID;

/**
 * A staging tab that may still stand although its run has ended.
 *
 * @param settled whether the run ended so long ago that no call of it can be under way at Google
 *     any more; before that, a tab that is not there may yet appear
 */
public record StagingLeftover(UUID runId, int stagingTab, boolean settled) {}
