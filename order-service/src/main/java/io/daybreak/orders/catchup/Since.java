package io.daybreak.orders.catchup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the moment a catch-up starts from. */
final class Since {

  /** Where the product's people and shops are, for a date without an offset. */
  private static final ZoneId ZONE = ZoneId.of("Asia/Seoul");

  /** Before Shopify took its first order. */
  private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

  /** PostgreSQL's moments end where Java's do not. */
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private Since() {}

  /**
   * A moment with offset, or a date, whose day in Seoul counts from its start; not in the future.
   */
  static Optional<Instant> parse(String text) {
    try {
      Instant since =
          text.length() == 10
              ? LocalDate.parse(text).atStartOfDay(ZONE).toInstant()
              : OffsetDateTime.parse(text).toInstant();
      return Optional.of(since).filter(FIRST::isBefore).filter(LAST::isAfter);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
