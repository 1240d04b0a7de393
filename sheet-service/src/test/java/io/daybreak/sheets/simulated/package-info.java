/** The simulator of Google Sheets for tests, with a person who works in spreadsheets there. */
@NullMarked
package io.daybreak.sheets.simulated;

import org.jspecify.annotations.NullMarked;
