/** Review mails from the plan to the outcome: one for each order and kind. */
@NullMarked
package io.daybreak.orders.reviewmail;

import org.jspecify.annotations.NullMarked;
