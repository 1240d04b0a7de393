/** Signatures and rates, without HTTP. */
@NullMarked
package io.daybreak.simulators.naver.access;

import org.jspecify.annotations.NullMarked;
