/**
 * Cells by the million: values packed into one long each, rows that never change and so can be
 * shared.
 */
@NullMarked
package io.daybreak.simulators.sheets.grid;

import org.jspecify.annotations.NullMarked;
