/** Customers who want no more mail from a shop. */
@NullMarked
package io.daybreak.orders.unsubscribe;

import org.jspecify.annotations.NullMarked;
