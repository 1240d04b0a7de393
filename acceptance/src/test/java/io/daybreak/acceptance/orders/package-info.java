/** Orders and review mails, proven on two replicas of order-service that run as processes. */
@NullMarked
package io.daybreak.acceptance.orders;

import org.jspecify.annotations.NullMarked;
