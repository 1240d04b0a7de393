/** What Google Sheets refuses, in Google's words. */
@NullMarked
package io.daybreak.stack.sheets.refusal;

import org.jspecify.annotations.NullMarked;
