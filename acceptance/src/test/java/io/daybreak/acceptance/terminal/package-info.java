/** Proves that tables line up, Korean letters included. */
@NullMarked
package io.daybreak.acceptance.terminal;

import org.jspecify.annotations.NullMarked;
