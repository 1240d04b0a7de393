/** How full a spreadsheet is, over HTTP. */
@NullMarked
package io.daybreak.sheets.cells;

import org.jspecify.annotations.NullMarked;
