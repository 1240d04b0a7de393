package io.daybreak.imports.rawdata;

import io.daybreak.kit.problem.Problems;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Spreadsheet ids as people paste them: bare, or inside the address of the browser. */
final class Spreadsheets {

  private static final Pattern ADDRESS =
      Pattern.compile(
          "https://docs\\.google\\.com/spreadsheets/(?:u/\\d+/)?d/([A-Za-z0-9_-]{10,100}).*");

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{10,100}");

  private Spreadsheets() {}

  /** The id in what a person pasted. */
  static String id(String pasted) {
    String text = pasted.strip();
    Matcher address = ADDRESS.matcher(text);
    if (address.matches()) {
      return address.group(1);
    }
    if (ID.matcher(text).matches()) {
      return text;
    }
    throw Problems.of(
        RawDataProblems.SPREADSHEET_INVALID,
        "Paste the address of the spreadsheet as the browser shows it, or its id.");
  }

  static @Nullable String optionalId(@Nullable String pasted) {
    return pasted == null || pasted.isBlank() ? null : id(pasted);
  }
}
