/** Tests of the mailbox: what arrives is listed, and what is to go wrong does, at its phase. */
@NullMarked
package io.daybreak.simulators.mail;

import org.jspecify.annotations.NullMarked;
