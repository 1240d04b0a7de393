/** Spreadsheets, tabs and cells as Google shows them. */
@NullMarked
package io.daybreak.simulators.sheets.view;

import org.jspecify.annotations.NullMarked;
