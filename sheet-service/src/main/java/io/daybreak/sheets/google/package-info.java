/** The only place that knows Google's Sheets API: one call, one attempt, one typed answer. */
@NullMarked
package io.daybreak.sheets.google;

import org.jspecify.annotations.NullMarked;
