/** The truth an import is checked against: sums taken straight from the generated rows. */
@NullMarked
package io.daybreak.simulators.naver.totals;

import org.jspecify.annotations.NullMarked;
