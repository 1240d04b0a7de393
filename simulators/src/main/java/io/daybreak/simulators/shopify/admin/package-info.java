/** The Admin GraphQL API of the simulated Shopify, on Shopify's own schema. */
@NullMarked
package io.daybreak.simulators.shopify.admin;

import org.jspecify.annotations.NullMarked;
