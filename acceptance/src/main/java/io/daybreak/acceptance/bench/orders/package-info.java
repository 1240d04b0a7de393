/** How many webhooks order-service takes, and how fast it answers, with a durable database. */
@NullMarked
package io.daybreak.acceptance.bench.orders;

import org.jspecify.annotations.NullMarked;
