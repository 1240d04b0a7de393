package io.daybreak.sheets.template;

import io.daybreak.contracts.sheet.RawTabTitle;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Points the references of a template's formulas to a set's raw tab: those to a tab of the same
 * format, of whichever account or of none, that is not in the spreadsheet. What refers to a tab
 * that stands stays, so that two accounts in one spreadsheet keep their reports.
 */
final class FormulaReferences {

  private static final String TITLE = "(?:'(?<%s>[^']*+(?:''[^']*+)*+)'|(?<%s>[\\p{L}\\p{N}_.]+))!";

  private static final Pattern REFERENCE =
      Pattern.compile(
          "\"(?<text>[^\"]*+(?:\"\"[^\"]*+)*+)\""
              + "|(?<![\\p{L}\\p{N}_.#'])"
              + TITLE.formatted("quoted", "bare")
              + "|(?<![\\p{L}\\p{N}_.$#!'])(?<name>[\\p{L}_][\\p{L}\\p{N}_.]*)(?![\\p{L}\\p{N}_.(!])");

  /** A text that {@code INDIRECT} may take: it begins with a tab. */
  private static final Pattern ADDRESS =
      Pattern.compile(TITLE.formatted("quoted", "bare") + "(?<rest>.*)", Pattern.DOTALL);

  /** Titles that need no quotes, and are no cells such as {@code AB12}. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z]\\w*_\\w*");

  private final RawTabTitle raw;
  private final String title;
  private final @Nullable String rangeName;
  private final Predicate<String> tabStands;
  private final Predicate<String> nameStands;

  /**
   * @param raw how the raw tab was called when it was made
   * @param title how it is called now
   * @param rangeName name of the range of its rows; null where it has none
   * @param tabStands whether a tab of this title is in the spreadsheet
   * @param nameStands whether a range of this name is
   */
  FormulaReferences(
      RawTabTitle raw,
      String title,
      @Nullable String rangeName,
      Predicate<String> tabStands,
      Predicate<String> nameStands) {
    this.raw = raw;
    this.title = title;
    this.rangeName = rangeName;
    this.tabStands = tabStands;
    this.nameStands = nameStands;
  }

  /**
   * @param text with its references pointed
   * @param toTabs whether any of them names a tab
   */
  record Pointed(String text, boolean toTabs) {}

  Pointed point(String formula) {
    Matcher found = REFERENCE.matcher(formula);
    StringBuilder pointed = new StringBuilder(formula.length());
    boolean toTabs = false;
    while (found.find()) {
      String replacement = found.group();
      if (found.group("text") != null) {
        String text = found.group("text").replace("\"\"", "\"");
        Matcher address = ADDRESS.matcher(text);
        if (address.matches()) {
          toTabs = true;
          String there = tab(title(address));
          replacement =
              there == null
                  ? replacement
                  : "\"" + (there + address.group("rest")).replace("\"", "\"\"") + "\"";
        }
      } else if (found.group("name") != null) {
        replacement = name(found.group("name"));
      } else {
        toTabs = true;
        String there = tab(title(found));
        replacement = there == null ? replacement : there;
      }
      found.appendReplacement(pointed, Matcher.quoteReplacement(replacement));
    }
    return new Pointed(found.appendTail(pointed).toString(), toTabs);
  }

  private static String title(Matcher reference) {
    String quoted = reference.group("quoted");
    return quoted == null ? reference.group("bare") : quoted.replace("''", "'");
  }

  /** What to write for a tab, with the exclamation mark; null where it is to stay. */
  private @Nullable String tab(String named) {
    return isOurs(named) && !tabStands.test(named) ? quoted(title) + "!" : null;
  }

  private String name(String named) {
    if (rangeName == null || !named.regionMatches(true, named.length() - 5, "_data", 0, 5)) {
      return named;
    }
    boolean ours = isOurs(named.substring(0, named.length() - 5));
    return ours && !nameStands.test(named) ? rangeName : named;
  }

  private boolean isOurs(String named) {
    Optional<RawTabTitle> other = RawTabTitle.of(named);
    return other.isPresent() && other.get().format().equals(raw.format());
  }

  private static String quoted(String title) {
    return PLAIN.matcher(title).matches() ? title : "'" + title.replace("'", "''") + "'";
  }
}
