/** Tests of the simulated Shopify: what it tells, what it answers, what it refuses. */
@NullMarked
package io.daybreak.simulators.shopify;

import org.jspecify.annotations.NullMarked;
