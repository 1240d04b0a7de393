package io.daybreak.contracts.sheet;

import java.time.LocalDate;

/**
 * A day of which people have added or removed rows.
 *
 * @param written rows that the product wrote
 * @param found rows that the tab has
 */
public record ChangedDay(LocalDate day, long written, long found) {}
