/** Shopify's Admin API: the truth about an order, asked for when a delivery may be missing. */
@NullMarked
package io.daybreak.orders.shopify;

import org.jspecify.annotations.NullMarked;
