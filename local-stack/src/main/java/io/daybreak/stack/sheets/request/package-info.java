/** The requests of {@code spreadsheets.batchUpdate}, one class each. */
@NullMarked
package io.daybreak.stack.sheets.request;

import org.jspecify.annotations.NullMarked;
