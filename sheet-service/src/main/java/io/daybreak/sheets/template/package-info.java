/** The report template's tabs, copied into a spreadsheet once. */
@NullMarked
package io.daybreak.sheets.template;

import org.jspecify.annotations.NullMarked;
