/**
 * The SMTP front of the mailbox: it adds STARTTLS, which GreenMail lacks, keeps a journal of every
 * command, and lets conversations go wrong at any phase.
 */
@NullMarked
package io.daybreak.simulators.mail.smtp;

import org.jspecify.annotations.NullMarked;
