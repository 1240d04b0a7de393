package io.daybreak.orders.smtp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail ready to be sent.
 *
 * @param to one bare address
 * @param messageId with its angle brackets
 * @param headers further headers
 */
public record OutgoingMail(
    From from,
    String to,
    String messageId,
    String subject,
    String text,
    String html,
    Map<String, String> headers) {

  public OutgoingMail {
    headers = Map.copyOf(headers);
  }

  /**
   * @param name shown to the customer
   * @param replyTo null where answers go to the address
   */
  public record From(String name, String address, @Nullable String replyTo) {}
}
