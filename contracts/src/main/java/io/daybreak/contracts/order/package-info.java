/** What order-service tells itself over queues: deliveries of Shopify's, and mails that are due. */
@NullMarked
package io.daybreak.contracts.order;

import org.jspecify.annotations.NullMarked;
