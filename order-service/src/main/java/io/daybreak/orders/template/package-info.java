/** What a review mail says: the product's own text in each language, or the shop's. */
@NullMarked
package io.daybreak.orders.template;

import org.jspecify.annotations.NullMarked;
