/** A Shopify on this machine: shops, their orders, webhooks and the Admin GraphQL API. */
@NullMarked
package io.daybreak.simulators.shopify;

import org.jspecify.annotations.NullMarked;
