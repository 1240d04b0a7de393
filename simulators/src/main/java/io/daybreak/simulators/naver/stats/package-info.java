/** The {@code /stats} call. */
@NullMarked
package io.daybreak.simulators.naver.stats;

import org.jspecify.annotations.NullMarked;
