/** Master reports, in the little that a client of names needs. */
@NullMarked
package io.daybreak.simulators.naver.master;

import org.jspecify.annotations.NullMarked;
