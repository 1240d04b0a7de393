/** Whether the truth that imports are checked against is true. */
@NullMarked
package io.daybreak.simulators.naver.totals;

import org.jspecify.annotations.NullMarked;
