/**
 * Cells by the million: values packed into one long each, rows that never change and so can be
 * shared.
 */
@NullMarked
package io.daybreak.stack.sheets.grid;

import org.jspecify.annotations.NullMarked;
