/** The requests of {@code spreadsheets.batchUpdate}, one class each. */
@NullMarked
package io.daybreak.simulators.sheets.request;

import org.jspecify.annotations.NullMarked;
