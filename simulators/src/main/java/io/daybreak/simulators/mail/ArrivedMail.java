package io.daybreak.simulators.mail;

import io.vertx.core.json.JsonObject;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mail as its reader sees it: decoded.
 *
 * @param number in order of arrival, from 1
 * @param messageId the header {@code Message-ID}
 * @param unsubscribe the header {@code List-Unsubscribe}; empty without one
 * @param order the order it names, such as {@code #1001}; empty if it names none
 */
public record ArrivedMail(
    int number,
    @Nullable Instant at,
    String from,
    String recipient,
    String subject,
    String messageId,
    String unsubscribe,
    String order,
    String text,
    String html) {

  private static final Pattern ORDER = Pattern.compile("#\\d{4,}");

  static ArrivedMail read(int number, MimeMessage message) {
    try {
      String text = content(message, "text/plain");
      String html = content(message, "text/html");
      String subject = orEmpty(message.getSubject());
      return new ArrivedMail(
          number,
          message.getReceivedDate() == null ? null : message.getReceivedDate().toInstant(),
          orEmpty(message.getHeader("From", ", ")),
          orEmpty(message.getHeader("To", ", ")),
          subject,
          orEmpty(message.getMessageID()),
          orEmpty(message.getHeader("List-Unsubscribe", ", ")),
          order(subject + "\n" + text),
          text,
          html);
    } catch (MessagingException | IOException broken) {
      throw new IllegalStateException("mail " + number + " cannot be read", broken);
    }
  }

  /** Reads what {@link #toJson} wrote. */
  public static ArrivedMail of(JsonObject json) {
    return new ArrivedMail(
        json.getInteger("number"),
        json.getInstant("at"),
        json.getString("from"),
        json.getString("recipient"),
        json.getString("subject"),
        json.getString("messageId"),
        json.getString("unsubscribe"),
        json.getString("order"),
        json.getString("text"),
        json.getString("html"));
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("number", number)
        .put("at", at == null ? null : at.toString())
        .put("from", from)
        .put("recipient", recipient)
        .put("subject", subject)
        .put("messageId", messageId)
        .put("unsubscribe", unsubscribe)
        .put("order", order)
        .put("text", text)
        .put("html", html);
  }

  private static String order(String words) {
    Matcher order = ORDER.matcher(words);
    return order.find() ? order.group() : "";
  }

  private static String content(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return String.valueOf(part.getContent());
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        String found = content(inner, type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
