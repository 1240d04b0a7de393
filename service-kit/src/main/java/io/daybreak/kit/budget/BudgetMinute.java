package io.daybreak.kit.budget;

import java.time.Instant;

/**
 * What a budget was used for in one minute.
 *
 * @param minute its beginning
 * @param granted slots granted, those that were forfeited included
 * @param refused calls refused by the other side (429)
 */
public record BudgetMinute(Instant minute, long granted, long forfeited, long refused) {}
