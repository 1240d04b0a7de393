/** Spreadsheets and their tabs, with the rules that Google enforces on them. */
@NullMarked
package io.daybreak.stack.sheets.workbook;

import org.jspecify.annotations.NullMarked;
