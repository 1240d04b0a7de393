/** Outside world of this service's tests: mail, shops with signed deliveries, the database. */
@NullMarked
package io.daybreak.orders.testing;

import org.jspecify.annotations.NullMarked;
