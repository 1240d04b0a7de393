package io.daybreak.simulators.mail.smtp;

import java.util.Locale;

/** What a client waits for an answer to. */
public enum SmtpPhase {
  /** The greeting after the connection was made. */
  CONNECT,
  EHLO,
  STARTTLS,
  MAIL,
  RCPT,
  DATA,
  /** The end of the message: its answer decides whether the mail was taken. */
  MESSAGE,
  RSET,
  QUIT,
  /** Anything else, such as NOOP. */
  OTHER;

  static SmtpPhase of(String command) {
    String verb = command.split(" ", 2)[0].toUpperCase(Locale.ROOT);
    return switch (verb) {
      case "EHLO", "HELO" -> EHLO;
      case "STARTTLS" -> STARTTLS;
      case "MAIL" -> MAIL;
      case "RCPT" -> RCPT;
      case "DATA" -> DATA;
      case "RSET" -> RSET;
      case "QUIT" -> QUIT;
      default -> OTHER;
    };
  }
}
