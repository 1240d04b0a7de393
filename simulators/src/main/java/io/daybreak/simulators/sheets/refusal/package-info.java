/** What Google Sheets refuses, in Google's words. */
@NullMarked
package io.daybreak.simulators.sheets.refusal;

import org.jspecify.annotations.NullMarked;
