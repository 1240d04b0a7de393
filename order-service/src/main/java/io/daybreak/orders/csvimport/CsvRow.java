package io.daybreak.orders.csvimport;

import io.daybreak.orders.order.OrderSnapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row's cells, without blanks around them, and what they mean.
 *
 * @param line number of the row's first line in the file, from 1
 */
record CsvRow(long line, Map<CsvColumn, String> cells) {

  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s,<>()]+@[^@\\s,<>()]+\\.[^@\\s,<>()]+");

  private static final Set<String> FINANCIAL =
      Set.of(
          "pending",
          "authorized",
          "expired",
          "partially_paid",
          "paid",
          "partially_refunded",
          "refunded",
          "voided");
  private static final Set<String> FULFILMENT =
      Set.of("unfulfilled", "partial", "fulfilled", "restocked");

  /** {@code 2026-05-01 10:00:00 +0200} as Shopify exports it, ISO 8601, or a bare date. */
  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("[ ]['T']HH:mm[:ss][.SSS]")
          .appendPattern("[ ][XXX][XX]")
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  String text(CsvColumn column) {
    return cells.getOrDefault(column, "");
  }

  boolean isEmpty() {
    return cells.values().stream().allMatch(String::isEmpty);
  }

  long id() throws BadCellException {
    String id = text(CsvColumn.ID);
    if (!id.matches("[1-9][0-9]{0,18}")) {
      throw new BadCellException(
          CsvColumn.ID, "is not Shopify's order id, a whole number without any sign");
    }
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw new BadCellException(CsvColumn.ID, "is larger than any of Shopify's order ids");
    }
  }

  @Nullable String email() throws BadCellException {
    String email = text(CsvColumn.EMAIL);
    if (email.isEmpty()) {
      return null;
    }
    if (email.length() > 254 || !EMAIL.matcher(email).matches()) {
      throw new BadCellException(CsvColumn.EMAIL, "is not an e-mail address");
    }
    return email;
  }

  OrderSnapshot.Status status() throws BadCellException {
    String fulfilment = oneOf(CsvColumn.FULFILLMENT_STATUS, FULFILMENT);
    return new OrderSnapshot.Status(
        oneOf(CsvColumn.FINANCIAL_STATUS, FINANCIAL),
        "unfulfilled".equals(fulfilment) ? null : fulfilment);
  }

  boolean acceptsMarketing() throws BadCellException {
    return switch (text(CsvColumn.ACCEPTS_MARKETING).toLowerCase(Locale.ROOT)) {
      case "yes", "true", "y", "1" -> true;
      case "no", "false", "n", "0", "" -> false;
      default -> throw new BadCellException(CsvColumn.ACCEPTS_MARKETING, "is neither yes nor no");
    };
  }

  /** A moment without an offset is one of the shop's zone. */
  Optional<Instant> moment(CsvColumn column, ZoneId zone) throws BadCellException {
    String text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          instant(
              DATE.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from),
              zone));
    } catch (DateTimeParseException e) {
      throw new BadCellException(column, "is not a date such as 2026-05-01 10:00:00 +0900");
    }
  }

  /** The line item of the row, or nothing if the row has none. */
  Optional<OrderSnapshot.Line> lineItem(int place) throws BadCellException {
    String title = text(CsvColumn.LINEITEM_NAME);
    String quantity = text(CsvColumn.LINEITEM_QUANTITY);
    if (title.isEmpty() && quantity.isEmpty()) {
      return Optional.empty();
    }
    if (title.isEmpty()) {
      throw new BadCellException(CsvColumn.LINEITEM_NAME, "is missing");
    }
    if (!quantity.matches("[0-9]{1,6}")) {
      throw new BadCellException(CsvColumn.LINEITEM_QUANTITY, "is not a whole number");
    }
    int count = Integer.parseInt(quantity);
    return Optional.of(new OrderSnapshot.Line(place, title, count, count, null));
  }

  private @Nullable String oneOf(CsvColumn column, Set<String> known) throws BadCellException {
    String word = text(column).toLowerCase(Locale.ROOT);
    if (word.isEmpty()) {
      return null;
    }
    if (!known.contains(word)) {
      String[] words = known.toArray(String[]::new);
      Arrays.sort(words);
      throw new BadCellException(column, "is none of " + String.join(", ", words));
    }
    return word;
  }

  private static Instant instant(TemporalAccessor parsed, ZoneId zone) {
    if (parsed instanceof OffsetDateTime moment) {
      return moment.toInstant();
    }
    ZonedDateTime local =
        parsed instanceof LocalDateTime time
            ? time.atZone(zone)
            : ((LocalDate) parsed).atStartOfDay(zone);
    return local.toInstant();
  }
}
