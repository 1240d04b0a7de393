/** What the shop's own pages show to customers. */
@NullMarked
package io.daybreak.orders.page;

import org.jspecify.annotations.NullMarked;
