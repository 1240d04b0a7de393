/** Whether the truth that imports are checked against is true. */
@NullMarked
package io.daybreak.stack.naver.totals;

import org.jspecify.annotations.NullMarked;
