/** Who is calling, in which organisations, what they may see and change, and what they did. */
@NullMarked
package io.daybreak.kit.access;

import org.jspecify.annotations.NullMarked;
