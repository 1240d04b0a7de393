/** How the simulated Shopify delivers webhooks: signature, time limits, retries, duplicates. */
@NullMarked
package io.daybreak.simulators.shopify.webhook;

import org.jspecify.annotations.NullMarked;
