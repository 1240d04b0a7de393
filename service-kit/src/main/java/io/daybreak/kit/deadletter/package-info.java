/** Messages that could not be handled: recorded, synchronised by one process at a time, shown. */
@NullMarked
package io.daybreak.kit.deadletter;

import org.jspecify.annotations.NullMarked;
