/** The HTTP face of the Sheets simulator: paths, tokens, quotas, bodies of answers and refusals. */
@NullMarked
package io.daybreak.simulators.sheets.wire;

import org.jspecify.annotations.NullMarked;
