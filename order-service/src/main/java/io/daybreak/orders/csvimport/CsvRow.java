package io.daybreak.orders.csvimport;

import io.daybreak.kit.textfile.BooleanForm;
import io.daybreak.kit.textfile.CellFault;
import io.daybreak.kit.textfile.CellRead;
import io.daybreak.kit.textfile.DateForm;
import io.daybreak.kit.textfile.DateForm.Moment;
import io.daybreak.kit.textfile.NumberForm;
import io.daybreak.orders.order.OrderSnapshot;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row's cells, without anything invisible around them, and what they mean: in the forms that
 * Shopify exports, and in those that spreadsheets of Korea and Japan make of them. A day whose
 * month may come first or second is not guessed.
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

  /** As they count here; all that are not shipped are null. */
  private static final Map<String, String> FULFILMENT =
      Map.ofEntries(
          Map.entry("fulfilled", "fulfilled"),
          Map.entry("partial", "partial"),
          Map.entry("partially_fulfilled", "partial"),
          Map.entry("restocked", "restocked"),
          Map.entry("unfulfilled", ""),
          Map.entry("open", ""),
          Map.entry("pending", ""),
          Map.entry("pending_fulfillment", ""),
          Map.entry("scheduled", ""),
          Map.entry("on_hold", ""),
          Map.entry("in_progress", ""),
          Map.entry("request_declined", ""),
          Map.entry("incomplete", ""));

  private static final NumberForm NUMBERS =
      new NumberForm(EnumSet.of(NumberForm.Option.THOUSANDS, NumberForm.Option.FULL_WIDTH));
  private static final DateForm DATES =
      new DateForm(EnumSet.of(DateForm.Option.KOREAN, DateForm.Option.JAPANESE));
  private static final BooleanForm BOOLEANS =
      new BooleanForm(EnumSet.allOf(BooleanForm.Option.class));

  String text(CsvColumn column) {
    return cells.getOrDefault(column, "");
  }

  boolean isEmpty() {
    return cells.values().stream().allMatch(String::isEmpty);
  }

  long id() throws BadCellException {
    CellRead<String> read = NUMBERS.integer(text(CsvColumn.ID));
    String id = read.value();
    if (read.found() != null && read.found().fault() == CellFault.SCIENTIFIC) {
      throw new BadCellException(CsvColumn.ID, CsvFault.ID_SHORTENED.with());
    }
    if (id == null || !id.matches("[1-9][0-9]*")) {
      CellFault.Found found =
          id == null ? read.found() : new CellFault.Found(CellFault.OTHER_CHARACTERS, "");
      throw new BadCellException(CsvColumn.ID, CsvFault.ID_FORM.with(words(found)));
    }
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw new BadCellException(CsvColumn.ID, CsvFault.ID_TOO_LARGE.with());
    }
  }

  @Nullable String email() throws BadCellException {
    String email = text(CsvColumn.EMAIL);
    if (email.isEmpty()) {
      return null;
    }
    if (email.length() > 254 || !EMAIL.matcher(email).matches()) {
      throw new BadCellException(CsvColumn.EMAIL, CsvFault.EMAIL_FORM.with());
    }
    return email;
  }

  OrderSnapshot.Status status() throws BadCellException {
    String fulfilment = oneOf(CsvColumn.FULFILLMENT_STATUS, FULFILMENT.keySet());
    String counted = fulfilment == null ? "" : FULFILMENT.get(fulfilment);
    return new OrderSnapshot.Status(
        oneOf(CsvColumn.FINANCIAL_STATUS, FINANCIAL), counted.isEmpty() ? null : counted);
  }

  boolean acceptsMarketing() throws BadCellException {
    String text = text(CsvColumn.ACCEPTS_MARKETING);
    if (text.isEmpty()) {
      return false;
    }
    String value = BOOLEANS.read(text).value();
    if (value == null) {
      throw new BadCellException(CsvColumn.ACCEPTS_MARKETING, CsvFault.YES_OR_NO.with());
    }
    return value.equals("true");
  }

  /** A moment without an offset is one of the shop's zone. */
  Optional<Instant> moment(CsvColumn column, ZoneId zone) throws BadCellException {
    String text = text(column);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    CellRead<Moment> read = DATES.moment(text);
    Moment moment = read.value();
    if (moment == null) {
      throw new BadCellException(column, CsvFault.DATE_FORM.with(words(read.found())));
    }
    LocalTime time = Objects.requireNonNullElse(moment.time(), LocalTime.MIDNIGHT);
    LocalDateTime local = moment.day().atTime(time);
    return Optional.of(
        moment.offset() == null
            ? local.atZone(zone).toInstant()
            : local.toInstant(moment.offset()));
  }

  /** The line item of the row, or nothing if the row has none. */
  Optional<OrderSnapshot.Line> lineItem(int place) throws BadCellException {
    String title = text(CsvColumn.LINEITEM_NAME);
    String quantity = text(CsvColumn.LINEITEM_QUANTITY);
    if (title.isEmpty() && quantity.isEmpty()) {
      return Optional.empty();
    }
    if (title.isEmpty()) {
      throw new BadCellException(CsvColumn.LINEITEM_NAME, CsvFault.MISSING.with());
    }
    CellRead<String> read = NUMBERS.integer(quantity);
    String whole = read.value();
    if (whole == null || !whole.matches("[0-9]{1,6}")) {
      CellFault.Found found =
          whole == null ? read.found() : new CellFault.Found(CellFault.OTHER_CHARACTERS, "");
      throw new BadCellException(
          CsvColumn.LINEITEM_QUANTITY, CsvFault.QUANTITY_FORM.with(words(found)));
    }
    int count = Integer.parseInt(whole);
    return Optional.of(new OrderSnapshot.Line(place, title, count, count, null));
  }

  /** Shopify's words in any capitals, with blanks or hyphens between their parts. */
  private @Nullable String oneOf(CsvColumn column, Set<String> known) throws BadCellException {
    String word = text(column).toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    if (word.isEmpty()) {
      return null;
    }
    if (!known.contains(word)) {
      throw new BadCellException(
          column, CsvFault.WORD_UNKNOWN.with(String.join(", ", new TreeSet<>(known))));
    }
    return word;
  }

  private static CsvFault.Words words(CellFault.@Nullable Found found) {
    CellFault.Found known = Objects.requireNonNull(found, "what is wrong is known");
    String detail = known.detail().isEmpty() ? "" : " " + known.detail();
    return new CsvFault.Words(known.fault().name() + detail, known.english(), known.korean());
  }
}
