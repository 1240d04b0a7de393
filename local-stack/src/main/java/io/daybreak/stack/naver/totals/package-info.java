/** The truth an import is checked against: sums taken straight from the generated rows. */
@NullMarked
package io.daybreak.stack.naver.totals;

import org.jspecify.annotations.NullMarked;
