/** A simulator of Google Sheets, as strict as Google is where sheet-service could go wrong. */
@NullMarked
package io.daybreak.simulators.sheets;

import org.jspecify.annotations.NullMarked;
