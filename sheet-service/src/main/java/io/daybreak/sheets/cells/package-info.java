/** Spreadsheets over HTTP: whose they are, and how full. */
@NullMarked
package io.daybreak.sheets.cells;

import org.jspecify.annotations.NullMarked;
