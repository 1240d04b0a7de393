/**
 * Orders with their lines, fulfilments and refunds: each exists once, and only in its newest
 * version.
 */
@NullMarked
package io.daybreak.orders.order;

import org.jspecify.annotations.NullMarked;
