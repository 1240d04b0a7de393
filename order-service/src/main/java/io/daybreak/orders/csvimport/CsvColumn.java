package io.daybreak.orders.csvimport;

import io.daybreak.kit.textfile.Unseen;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The 11 columns that are read, by the names they have in Shopify's export; every one is needed to
 * decide whether, when and to whom a review mail goes, or to say in it what was bought. All other
 * columns are ignored, wherever they stand.
 */
enum CsvColumn {
  /** With the shop, the order's identity. Empty on the further lines of an order. */
  ID("Id"),
  /** What people call the order; joins an order's further lines to its first. */
  NAME("Name"),
  /** Whom to write to. */
  EMAIL("Email"),
  /** Refunded orders get no mail; paid ones may. */
  FINANCIAL_STATUS("Financial Status"),
  /** Tells a parcel that is on its way from one that is not. */
  FULFILLMENT_STATUS("Fulfillment Status"),
  /** The moment most shops' delays count from. */
  FULFILLED_AT("Fulfilled at"),
  /** The order's age, and the moment other shops' delays count from. */
  CREATED_AT("Created at"),
  /** Cancelled orders get no mail. */
  CANCELLED_AT("Cancelled at"),
  /** Some shops write to customers with consent only. */
  ACCEPTS_MARKETING("Accepts Marketing"),
  /** What was bought, as the mail names it. */
  LINEITEM_NAME("Lineitem name"),
  /** How many of it. */
  LINEITEM_QUANTITY("Lineitem quantity");

  private final String header;

  CsvColumn(String header) {
    this.header = header;
  }

  String header() {
    return header;
  }

  /** Names differ in nothing but case and blanks around them. */
  static Optional<CsvColumn> byHeader(String header) {
    String wanted = Unseen.strip(header).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(column -> column.header.toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  static String allHeaders() {
    return Arrays.stream(values()).map(CsvColumn::header).collect(Collectors.joining(", "));
  }
}
