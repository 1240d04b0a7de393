/** The mailbox of everybody: what order-service sends arrives here, decoded, listed and counted. */
@NullMarked
package io.daybreak.simulators.mail;

import org.jspecify.annotations.NullMarked;
