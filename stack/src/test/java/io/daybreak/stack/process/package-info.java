/** Proves that child processes never outlive their parent. */
@NullMarked
package io.daybreak.stack.process;

import org.jspecify.annotations.NullMarked;
