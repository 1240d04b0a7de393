/** Orders as the simulated Shopify keeps them, what changes them, and their REST payloads. */
@NullMarked
package io.daybreak.simulators.shopify.order;

import org.jspecify.annotations.NullMarked;
