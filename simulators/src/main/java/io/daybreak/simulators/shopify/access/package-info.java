/** How apps come to tokens of the Admin API. */
@NullMarked
package io.daybreak.simulators.shopify.access;

import org.jspecify.annotations.NullMarked;
