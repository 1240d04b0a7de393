package io.daybreak.kit.budget;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a budget is used.
 *
 * @param interval time between two slots when nothing is refused
 * @param granted slots ever granted, those that were forfeited included
 * @param forfeited slots ever granted but reached too late to be used
 * @param refused calls ever refused by the other side (429)
 * @param recentlyGranted slots granted in this minute and the four before it
 * @param inUse share of the allowance of that time that was used, from 0; above 1 only by a burst
 * @param widenedUntil until when the interval is wider because of a refusal; null when it is not
 */
public record BudgetUse(
    String name,
    Duration interval,
    int burst,
    long granted,
    long forfeited,
    long refused,
    long recentlyGranted,
    double inUse,
    @Nullable Instant widenedUntil) {}
