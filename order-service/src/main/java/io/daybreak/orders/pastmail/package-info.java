/** Mails for orders that only a file of past orders told of. */
@NullMarked
package io.daybreak.orders.pastmail;

import org.jspecify.annotations.NullMarked;
