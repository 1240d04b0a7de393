/** A shop that installed the app: its credentials, its orders and what it tells about them. */
@NullMarked
package io.daybreak.simulators.shopify.shop;

import org.jspecify.annotations.NullMarked;
