package io.daybreak.orders.order;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads Shopify's JSON strictly where it matters: ids exact, money exact, dates with an offset. */
final class JsonFields {

  /** No exponents: {@code 1e999999999} is a short text and a long number. */
  private static final Pattern MONEY = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,10})?");

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
    if (absent(value)) {
      return null;
    }
    // PostgreSQL's text cannot hold it
    String text = value.asText().replace("\0", "").strip();
    return text.isEmpty() ? null : text;
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
    if (!MONEY.matcher(text).matches()) {
      throw new UnusablePayloadException(field);
    }
    return new BigDecimal(text);
  }

  private static boolean absent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
