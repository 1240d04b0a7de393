/** Field masks: which fields a request changes or an answer shows. */
@NullMarked
package io.daybreak.simulators.sheets.mask;

import org.jspecify.annotations.NullMarked;
