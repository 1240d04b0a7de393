/** Shopify's deliveries: proved genuine, recorded once, applied later. */
@NullMarked
package io.daybreak.orders.webhook;

import org.jspecify.annotations.NullMarked;
