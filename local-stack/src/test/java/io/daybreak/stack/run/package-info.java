/** Proves that stacks start beside each other and leave nothing behind. */
@NullMarked
package io.daybreak.stack.run;

import org.jspecify.annotations.NullMarked;
