/** One start of the whole stack: its folder, its parts, and how it ends. */
@NullMarked
package io.daybreak.stack.start;

import org.jspecify.annotations.NullMarked;
