package io.daybreak.kit.budget;

/**
 * What the database says to a call that asks for a slot. All times are its own clock's, in
 * nanoseconds.
 *
 * @param known whether it has a row for each budget; if not, nothing was granted
 * @param granted whether a slot was taken
 * @param ahead time from the answer to the slot's moment, or to the earliest one there is
 * @param lockedFor how long the question waited for others that asked
 */
record Grant(boolean known, boolean granted, long ahead, long lockedFor) {}
