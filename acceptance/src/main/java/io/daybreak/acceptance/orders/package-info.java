/** A shop whose orders order-service handles: what the demo, chaos and load runs have in common. */
@NullMarked
package io.daybreak.acceptance.orders;

import org.jspecify.annotations.NullMarked;
