package io.daybreak.uploads.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The types a column can have, and the one way in which each of their values is written. */
public enum ColumnType {
  STRING {
    @Override
    Optional<String> normalise(String value) {
      return Optional.of(value);
    }
  },
  /** Whole numbers of up to 38 digits, the warehouse's widest. */
  INTEGER {
    @Override
    Optional<String> normalise(String value) {
      return WHOLE.matcher(value).matches() ? Optional.of(value) : Optional.empty();
    }
  },
  /** Up to 38 digits; an exponent and thousands separators are not decimal. */
  DECIMAL {
    @Override
    Optional<String> normalise(String value) {
      return FRACTION.matcher(value).matches() && new BigDecimal(value).precision() <= 38
          ? Optional.of(value)
          : Optional.empty();
    }
  },
  BOOLEAN {
    @Override
    Optional<String> normalise(String value) {
      String lower = value.toLowerCase(Locale.ROOT);
      return lower.equals("true") || lower.equals("false") ? Optional.of(lower) : Optional.empty();
    }
  },
  /** {@code 2026-11-21}. */
  DATE {
    @Override
    Optional<String> normalise(String value) {
      try {
        return Optional.of(LocalDate.parse(value, DAY).toString());
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  },
  /** {@code 2026-11-21 07:30:00}, also with a {@code T}, and with fractions of the second. */
  TIMESTAMP {
    @Override
    Optional<String> normalise(String value) {
      if (value.length() < 19) {
        return Optional.empty();
      }
      try {
        String iso = value.substring(0, 10) + "T" + value.substring(11);
        boolean separated = value.charAt(10) == ' ' || value.charAt(10) == 'T';
        LocalDateTime parsed = LocalDateTime.parse(iso, MOMENT);
        return separated
            ? Optional.of((parsed.getNano() == 0 ? SECONDS : MICROS).format(parsed))
            : Optional.empty();
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  };

  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,38}");
  private static final Pattern FRACTION = Pattern.compile("[+-]?[0-9]{1,38}(\\.[0-9]{1,38})?");

  /** Strict: there is no 30th of February. */
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ISO_LOCAL_DATE_TIME.withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter MICROS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

  /** The value as the warehouse gets it, or nothing if it is not of the type. */
  abstract Optional<String> normalise(String value);

  /** The same for a cell, whose surrounding blanks count only in strings; empty stays empty. */
  public Optional<String> check(String cell) {
    if (this == STRING) {
      return Optional.of(cell);
    }
    String value = cell.strip();
    return value.isEmpty() ? Optional.of("") : normalise(value);
  }

  /** Its name in the configuration and in messages. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
