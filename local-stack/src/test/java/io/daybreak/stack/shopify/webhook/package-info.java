/** Tests of single parts of webhook delivery. */
@NullMarked
package io.daybreak.stack.shopify.webhook;

import org.jspecify.annotations.NullMarked;
