package io.daybreak.simulators.sheets.values;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Dates as Sheets counts them: days since 1899-12-30, the time as a fraction of a day.
 *
 * @see <a href="https://developers.google.com/workspace/sheets/api/guides/formats">Google's
 *     page</a>
 */
final class SerialDate {

  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
  private static final long SECONDS_A_DAY = 86_400;

  private SerialDate() {}

  static double of(LocalDate date) {
    return ChronoUnit.DAYS.between(EPOCH, date);
  }

  static LocalDateTime toDateTime(double serial) {
    return EPOCH.atStartOfDay().plusSeconds(Math.round(serial * SECONDS_A_DAY));
  }
}
