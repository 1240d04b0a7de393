/** The mailbox of everybody: what order-service sends arrives here, decoded, listed and counted. */
@NullMarked
package io.daybreak.stack.mail;

import org.jspecify.annotations.NullMarked;
