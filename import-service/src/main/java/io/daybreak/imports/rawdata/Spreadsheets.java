package io.daybreak.imports.rawdata;

import io.daybreak.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Spreadsheet ids as people paste them: bare, or in any of the links that Google hands out, with or
 * without text around it. The console's {@code spreadsheet.js} reads the same; a test holds the two
 * together.
 */
final class Spreadsheets {

  /** Links with the id in the path or in the query. */
  static final String LINK =
      "(?:docs|drive|sheets)\\.google\\.com/(?:(?:a/[^/\\s]+|u/\\d+)/)*"
          + "(?:(?:spreadsheets|file)/(?:(?:a/[^/\\s]+|u/\\d+)/)*d/"
          + "|(?:open|uc|spreadsheets?/(?:(?:a/[^/\\s]+|u/\\d+)/)*(?:ccc|m|lv|pub))\\?(?:[^\\s\"'<>#]*[&;])?(?:id|key)=)"
          + "([A-Za-z0-9_-]{10,100})(?![A-Za-z0-9_-])";

  /** A bare id among other words; Google's are 44 characters. */
  static final String LONE_ID = "(?<![\\w/=-])([A-Za-z0-9_-]{44})(?![\\w/-])";

  /** A link to what is no spreadsheet, with the word that tells what it is. */
  static final String OTHER =
      "google\\.com/(?:(?:a/[^/\\s]+|u/\\d+)/)*"
          + "(?:(document|presentation|forms|drawings)/|drive/(?:u/\\d+/)?(folders)/|spreadsheets/(?:u/\\d+/)?d/(e)/)";

  private static final Pattern LINKS = Pattern.compile(LINK, Pattern.CASE_INSENSITIVE);
  private static final Pattern LONE_IDS = Pattern.compile(LONE_ID);
  private static final Pattern OTHERS = Pattern.compile(OTHER, Pattern.CASE_INSENSITIVE);
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{10,100}");
  private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF]");

  private Spreadsheets() {}

  /**
   * The id in what a person pasted.
   *
   * @throws HttpProblem of the type {@code spreadsheet-invalid}, whose field {@code reason} is one
   *     of {@code NO_ADDRESS}, {@code SEVERAL}, {@code PUBLISHED}, {@code FOLDER} and {@code
   *     OTHER_DOCUMENT}
   */
  static String id(String pasted) {
    String text = INVISIBLE.matcher(decoded(pasted)).replaceAll("").strip();
    List<String> ids = all(LINKS, text);
    if (ids.isEmpty() && ID.matcher(text).matches()) {
      ids = List.of(text);
    }
    if (ids.isEmpty()) {
      ids = all(LONE_IDS, text);
    }
    if (ids.size() == 1) {
      return ids.get(0);
    }
    throw ids.isEmpty()
        ? noneIn(text)
        : problem("SEVERAL", "There is more than one spreadsheet in the text. Paste one address.");
  }

  static @Nullable String optionalId(@Nullable String pasted) {
    return pasted == null || pasted.isBlank() ? null : id(pasted);
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).distinct().toList();
  }

  /** A link within a link, as redirects have it, is percent-encoded. */
  private static String decoded(String pasted) {
    try {
      return pasted.toLowerCase(java.util.Locale.ROOT).contains("%2f")
          ? URLDecoder.decode(pasted, StandardCharsets.UTF_8)
          : pasted;
    } catch (IllegalArgumentException e) {
      return pasted;
    }
  }

  private static HttpProblem noneIn(String text) {
    Optional<MatchResult> other = OTHERS.matcher(text).results().findFirst();
    if (other.isEmpty()) {
      return problem(
          "NO_ADDRESS", "Paste the address of the spreadsheet as the browser shows it, or its id.");
    }
    if (other.get().group(3) != null) {
      return problem(
          "PUBLISHED",
          "This address shows a published copy. Open the spreadsheet itself and paste the address that the browser shows then.");
    }
    return other.get().group(2) != null
        ? problem(
            "FOLDER",
            "This is the address of a folder. Open the spreadsheet in it and paste its address.")
        : problem(
            "OTHER_DOCUMENT",
            "This is the address of a document that is no spreadsheet. Paste the address of a spreadsheet.");
  }

  private static HttpProblem problem(String reason, String sentence) {
    return Problems.with(RawDataProblems.SPREADSHEET_INVALID, sentence)
        .with("reason", reason)
        .build();
  }
}
