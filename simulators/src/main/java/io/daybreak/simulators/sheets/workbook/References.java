package io.daybreak.simulators.sheets.workbook;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the references of a formula and puts others in their place. */
public final class References {

  /** What Google writes where a reference was. */
  public static final String GONE = "#REF!";

  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?<text>\"(?:[^\"]|\"\")*\")"
              + "|(?<![\\p{L}\\p{N}_.$'!#])"
              + "(?:(?<sheet>'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_.]*)!)?"
              + "(?<from>\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}|\\$?[A-Za-z]{1,3}(?=:)|\\$?[0-9]{1,7}(?=:))"
              + "(?::(?<to>\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}|\\$?[A-Za-z]{1,3}|\\$?[0-9]{1,7}))?"
              + "(?![\\p{L}\\p{N}_(!$])");

  private static final Pattern END = Pattern.compile("(\\$?)([A-Za-z]{0,3})(\\$?)([0-9]{0,7})");

  private References() {}

  /**
   * The formula with its references changed.
   *
   * @param change null for {@code #REF!}
   */
  public static String change(String formula, Function<Reference, @Nullable Reference> change) {
    Matcher matcher = REFERENCE.matcher(formula);
    StringBuilder changed = new StringBuilder(formula.length());
    int copied = 0;
    while (matcher.find()) {
      if (matcher.group("text") != null) {
        continue;
      }
      Reference before = reference(matcher);
      Reference after = change.apply(before);
      if (!before.equals(after)) {
        changed.append(formula, copied, matcher.start());
        changed.append(after == null ? GONE : after.toString());
        copied = matcher.end();
      }
    }
    return copied == 0 ? formula : changed.append(formula, copied, formula.length()).toString();
  }

  /** Reads one reference; null where the text is none. */
  public static @Nullable Reference parse(String text) {
    Matcher matcher = REFERENCE.matcher(text);
    return matcher.matches() && matcher.group("text") == null ? reference(matcher) : null;
  }

  private static Reference reference(Matcher matcher) {
    String sheet = matcher.group("sheet");
    String to = matcher.group("to");
    return new Reference(
        sheet == null ? null : unquoted(sheet),
        end(matcher.group("from")),
        to == null ? null : end(to));
  }

  private static Reference.End end(String text) {
    Matcher parts = END.matcher(text);
    if (!parts.matches()) {
      throw new IllegalStateException(text);
    }
    boolean noColumn = parts.group(2).isEmpty();
    boolean noRow = parts.group(4).isEmpty();
    boolean firstDollar = !parts.group(1).isEmpty();
    return new Reference.End(
        noColumn ? Reference.NONE : A1.column(parts.group(2)),
        !noColumn && firstDollar,
        noRow ? Reference.NONE : Integer.parseInt(parts.group(4)) - 1,
        !noRow && (noColumn ? firstDollar : !parts.group(3).isEmpty()));
  }

  private static String unquoted(String title) {
    return title.startsWith("'")
        ? title.substring(1, title.length() - 1).replace("''", "'")
        : title;
  }
}
