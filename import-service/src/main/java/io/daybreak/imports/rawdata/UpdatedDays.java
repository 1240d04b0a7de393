package io.daybreak.imports.rawdata;

import io.daybreak.kit.problem.Problems;
import java.util.Arrays;
import java.util.Locale;

/** Which days an update imports again. */
enum UpdatedDays {
  /** Those that can have changed, and those that failed runs have left out. */
  CHANGED,
  /** All that the set ever had and the platform still has. */
  ALL;

  /** From a query parameter: {@code changed} or {@code all}. */
  static UpdatedDays of(String text) {
    return Arrays.stream(values())
        .filter(days -> days.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.of(
                    RawDataProblems.UPDATE_DAYS_INVALID,
                    "The parameter days is \"changed\" or \"all\"."));
  }
}
