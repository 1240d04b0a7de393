package io.daybreak.orders.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads Shopify's JSON strictly where it matters: ids exact, money exact, dates with an offset. */
final class JsonFields {

  private JsonFields() {}

  static long id(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() <= 0) {
      throw new UnusablePayloadException(field);
    }
    return value.longValue();
  }

  static @Nullable Long optionalId(JsonNode node, String field) {
    return absent(node.path(field)) ? null : id(node, field);
  }

  static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return absent(value) || value.asText().isBlank() ? null : value.asText().strip();
  }

  static @Nullable String lowerText(JsonNode node, String field) {
    String text = text(node, field);
    return text == null ? null : text.toLowerCase(Locale.ROOT);
  }

  static Instant moment(JsonNode node, String field) {
    Instant moment = optionalMoment(node, field);
    if (moment == null) {
      throw new UnusablePayloadException(field);
    }
    return moment;
  }

  static @Nullable Instant optionalMoment(JsonNode node, String field) {
    String text = text(node, field);
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new UnusablePayloadException(field);
    }
  }

  static @Nullable BigDecimal money(JsonNode node, String field) {
    String text = text(node, field);
    if (text == null) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new UnusablePayloadException(field);
    }
  }

  private static boolean absent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
