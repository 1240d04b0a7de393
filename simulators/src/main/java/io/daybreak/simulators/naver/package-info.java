/**
 * A simulator of the NAVER Search Ad API that is strict wherever the real one is known to be
 * strict.
 */
@NullMarked
package io.daybreak.simulators.naver;

import org.jspecify.annotations.NullMarked;
