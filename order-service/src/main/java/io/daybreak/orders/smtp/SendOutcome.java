package io.daybreak.orders.smtp;

import java.util.regex.Pattern;

/** What became of the one attempt to send a mail. */
public sealed interface SendOutcome {

  /** The server took the mail. */
  record Accepted() implements SendOutcome {}

  /**
   * The server said no; it does not have the mail.
   *
   * @param replyCode SMTP's, 400 to 599
   * @param reply the server's words, shortened, without addresses and other secrets
   * @param everybody whether the server refused before it was told of the mail: at the connection,
   *     the greeting, the encryption or the login
   */
  record Refused(int replyCode, String reply, boolean everybody) implements SendOutcome {

    /** RFC 3463: the recipient's address is wrong; 5.1.7 and 5.1.8 are about the sender's. */
    private static final Pattern NO_SUCH_ADDRESS = Pattern.compile("5\\.1\\.(?:[0-6]|10)\\b.*");

    /**
     * Whether it may be taken later. RFC 5321, 4.2.1: of a reply from 400 to 499 the requested
     * action did not occur, and it may be requested again.
     */
    public boolean passing() {
      return everybody || replyCode < 500;
    }

    /** Whether the server said that nobody has the address, by the code of RFC 3463. */
    public boolean noSuchAddress() {
      return !everybody && NO_SUCH_ADDRESS.matcher(reply).matches();
    }

    /** For the history. */
    public String detail() {
      return "SMTP reply " + replyCode + (reply.isEmpty() ? "" : ": " + reply);
    }
  }

  /** The conversation never came to the mail: no connection, no TLS, no login, no greeting. */
  record NotReached(String cause) implements SendOutcome {}

  /** The conversation broke off or fell silent after it had come to the mail. */
  record Unknown(String cause) implements SendOutcome {}
}
