/** The commands of {@code ./daybreak}: the local stack, the demo, benches and chaos. */
@NullMarked
package io.daybreak.acceptance;

import org.jspecify.annotations.NullMarked;
