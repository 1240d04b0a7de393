/** Who is calling, and what everybody is refused by default. */
@NullMarked
package io.daybreak.kit.access;

import org.jspecify.annotations.NullMarked;
