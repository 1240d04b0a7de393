package io.daybreak.orders.reviewmail;

/** Why a mail was not sent, or why nobody knows. */
public enum FailReason {
  /** The mail server said no; the detail has its reply code. */
  REFUSED("The mail server refused the mail."),
  /** The conversation never came to the mail. */
  NOT_REACHED("The mail server could not be reached, or did not let the service in."),
  /** The mail's words could not be made. */
  NOT_RENDERED("The mail could not be written; the log has the cause."),
  /** Too many mails were on their way in this process. */
  OVERLOADED("The service had too many mails on their way."),
  /** The conversation broke off after it had come to the mail. */
  BROKEN_OFF("The mail server fell silent or broke off; the customer may have the mail or not."),
  /** The process that sent the mail died, or could not write down how it ended. */
  SENDER_LOST("The service stopped while it sent; the customer may have the mail or not.");

  private final String sentence;

  FailReason(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
