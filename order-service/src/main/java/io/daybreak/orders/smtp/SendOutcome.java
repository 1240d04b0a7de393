package io.daybreak.orders.smtp;

/** What became of the one attempt to send a mail. */
public sealed interface SendOutcome {

  /** The server took the mail. */
  record Accepted() implements SendOutcome {}

  /**
   * The server said no; it does not have the mail.
   *
   * @param replyCode SMTP's, 400 to 599
   */
  record Refused(int replyCode) implements SendOutcome {}

  /** The conversation never came to the mail: no connection, no TLS, no login, no greeting. */
  record NotReached(String cause) implements SendOutcome {}

  /** The conversation broke off or fell silent after it had come to the mail. */
  record Unknown(String cause) implements SendOutcome {}
}
