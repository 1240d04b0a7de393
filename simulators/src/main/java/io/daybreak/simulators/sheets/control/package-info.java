/** The switches of the Sheets simulator that only tests and people use. */
@NullMarked
package io.daybreak.simulators.sheets.control;

import org.jspecify.annotations.NullMarked;
