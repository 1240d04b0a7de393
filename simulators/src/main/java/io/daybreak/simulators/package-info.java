/**
 * The outside world, as strict as the real one: a folder for each service, and the {@code kernel}
 * that they share. Nothing here knows what the product calls.
 */
@NullMarked
package io.daybreak.simulators;

import org.jspecify.annotations.NullMarked;
