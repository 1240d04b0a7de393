/** Tests of single parts of webhook delivery. */
@NullMarked
package io.daybreak.simulators.shopify.webhook;

import org.jspecify.annotations.NullMarked;
