/** Shops, their settings and secrets, and who may see them. */
@NullMarked
package io.daybreak.orders.shop;

import org.jspecify.annotations.NullMarked;
