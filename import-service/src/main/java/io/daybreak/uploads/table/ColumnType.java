package io.daybreak.uploads.table;

import java.util.Locale;

/** The types a column can have; {@link ValueForms} says how their values are written. */
public enum ColumnType {
  STRING(""),
  /** Whole numbers of up to 38 digits, the warehouse's widest. */
  INTEGER("`1234`"),
  /** Up to 38 digits. */
  DECIMAL("`1234.56`"),
  BOOLEAN("`true` / `false`"),
  /** {@code 2026-11-21}. */
  DATE("`2026-11-20` (YYYY-MM-DD)"),
  /** {@code 2026-11-21 07:30:00}, also with a {@code T}, and with fractions of the second. */
  TIMESTAMP("`2026-11-20 07:30:00` (YYYY-MM-DD HH:mm:ss)");

  private final String form;

  ColumnType(String form) {
    this.form = form;
  }

  /** Its name in the configuration and in messages. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The form that is always right, for messages. */
  public String form() {
    return form;
  }
}
