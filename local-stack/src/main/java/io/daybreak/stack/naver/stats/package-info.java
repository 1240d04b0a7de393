/** The {@code /stats} call. */
@NullMarked
package io.daybreak.stack.naver.stats;

import org.jspecify.annotations.NullMarked;
