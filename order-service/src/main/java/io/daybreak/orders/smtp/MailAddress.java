package io.daybreak.orders.smtp;

import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The one rule of addresses, for customers, senders, answers and test mails: one mailbox that every
 * mail server can take. The local part is ASCII, since servers without SMTPUTF8 refuse others, and
 * needs no quotes; dots in a row are allowed, as some carriers gave them out. The domain has at
 * least two labels, and goes out in its ASCII form.
 *
 * @param ascii what is said to a mail server, such as {@code a@xn--3e0b707e.example}
 */
public record MailAddress(String ascii) {

  /** RFC 5321, 4.5.3.1. */
  private static final int LONGEST = 254;

  private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");

  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
              + "(?:xn--[A-Za-z0-9-]{1,59}|[A-Za-z]{2,63})");

  /** Empty if no mail can be sent to it. */
  public static Optional<MailAddress> parse(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    String address = text.strip();
    int at = address.lastIndexOf('@');
    if (at < 1 || !LOCAL.matcher(address.substring(0, at)).matches()) {
      return Optional.empty();
    }
    return ascii(address.substring(at + 1))
        .filter(domain -> DOMAIN.matcher(domain).matches())
        .map(domain -> new MailAddress(address.substring(0, at) + "@" + domain))
        .filter(found -> found.ascii.length() <= LONGEST);
  }

  public String domain() {
    return ascii.substring(ascii.lastIndexOf('@') + 1);
  }

  private static Optional<String> ascii(String domain) {
    try {
      return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
