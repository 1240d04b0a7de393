package io.daybreak.orders.template;

import io.daybreak.orders.smtp.MailAddress;
import java.util.Map;
import java.util.UUID;

/**
 * The headers that real mails and test mails carry alike, so that a test shows what will happen.
 */
public final class Unsubscribing {

  private Unsubscribing() {}

  /** The two headers of RFC 8058, by which a mailbox unsubscribes with one click. */
  public static Map<String, String> headers(String link) {
    return Map.of(
        "List-Unsubscribe",
        "<" + link + ">",
        "List-Unsubscribe-Post",
        "List-Unsubscribe=One-Click");
  }

  /** The same for the same id; of the sender's domain. */
  public static String messageId(UUID id, String kind, String sender) {
    String domain = MailAddress.parse(sender).map(MailAddress::domain).orElse("daybreak.invalid");
    return "<" + id + "." + kind + "@" + domain + ">";
  }
}
