/** The service as a process: how it starts, and what its features share from outside. */
@NullMarked
package io.daybreak.orders;

import org.jspecify.annotations.NullMarked;
