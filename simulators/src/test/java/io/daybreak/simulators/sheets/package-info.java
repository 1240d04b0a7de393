/** Proves, mostly with Google's own client, that the Sheets simulator is as strict as Google. */
@NullMarked
package io.daybreak.simulators.sheets;

import org.jspecify.annotations.NullMarked;
