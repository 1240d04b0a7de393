/** Lists that are read in pages. */
@NullMarked
package io.daybreak.orders.listing;

import org.jspecify.annotations.NullMarked;
