/** Proves that tables line up, Korean letters included. */
@NullMarked
package io.daybreak.stack.terminal;

import org.jspecify.annotations.NullMarked;
