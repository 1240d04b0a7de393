/** The conversation with the SMTP server: one attempt, and what became of it. */
@NullMarked
package io.daybreak.orders.smtp;

import org.jspecify.annotations.NullMarked;
