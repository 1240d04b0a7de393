/** Spreadsheets as arithmetic: tabs, cells, and the changes that stage and publish rows. */
@NullMarked
package io.daybreak.sheets.grid;

import org.jspecify.annotations.NullMarked;
