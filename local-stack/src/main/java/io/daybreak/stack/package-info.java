/** The whole outside world on one machine, and the command that starts it: {@code ./daybreak}. */
@NullMarked
package io.daybreak.stack;

import org.jspecify.annotations.NullMarked;
