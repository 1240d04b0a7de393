/** Spreadsheets and their tabs, with the rules that Google enforces on them. */
@NullMarked
package io.daybreak.simulators.sheets.workbook;

import org.jspecify.annotations.NullMarked;
