/** Who may use the local stack: its people, its key, their tokens. */
@NullMarked
package io.daybreak.simulators.access;

import org.jspecify.annotations.NullMarked;
