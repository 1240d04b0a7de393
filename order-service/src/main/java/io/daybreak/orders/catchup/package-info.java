/** Finds the review mails that should have been sent and were not. */
@NullMarked
package io.daybreak.orders.catchup;

import org.jspecify.annotations.NullMarked;
