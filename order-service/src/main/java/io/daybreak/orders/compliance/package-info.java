/** What Shopify asks for in a customer's name: data handed out or erased. */
@NullMarked
package io.daybreak.orders.compliance;

import org.jspecify.annotations.NullMarked;
