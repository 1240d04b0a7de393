/** Embedded parts, simulators and services as processes on one machine. */
@NullMarked
package io.daybreak.stack;

import org.jspecify.annotations.NullMarked;
