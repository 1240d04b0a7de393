package io.daybreak.imports.names;

import io.daybreak.imports.format.Dimension;
import io.daybreak.imports.naver.NaverAccount;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The kinds of entities that have names, and where a name stands in a line of NAVER's master report
 * (<a href="https://gist.github.com/naver-searchad/186ca42e1e8596b0e3dcf74e3a86c04f">its
 * specification</a>). Lines are not escaped: a tab in a name moves everything behind it, so what
 * follows the name is recognised by its form. NAVER appends columns without notice.
 */
enum NameKind {
  CAMPAIGN("Campaign", Dimension.CAMPAIGN, 1, 2, 3),
  AD_GROUP("Adgroup", Dimension.AD_GROUP, 1, 3, 3),
  KEYWORD("Keyword", Dimension.KEYWORD, 2, 3, 1);

  /** A whole number, or nothing: NAVER leaves cells empty. */
  private static final Pattern NUMBER = Pattern.compile("[0-9]*");

  private final String item;
  private final Dimension dimension;
  private final int idColumn;
  private final int nameColumn;
  private final int numbersAfter;

  NameKind(String item, Dimension dimension, int idColumn, int nameColumn, int numbersAfter) {
    this.item = item;
    this.dimension = dimension;
    this.idColumn = idColumn;
    this.nameColumn = nameColumn;
    this.numbersAfter = numbersAfter;
  }

  /** An entity's id with its name. */
  record Named(String id, String name) {}

  /** NAVER's name of the master report. */
  String item() {
    return item;
  }

  Dimension dimension() {
    return dimension;
  }

  /** Asks for names by id, in one call. */
  Map<String, String> ask(NaverAccount naver, Collection<String> ids) {
    return switch (this) {
      case CAMPAIGN -> naver.campaigns(ids);
      case AD_GROUP -> naver.adGroups(ids);
      case KEYWORD -> naver.keywords(ids);
    };
  }

  /** Reads a line; empty if it is not as NAVER documents it. */
  Optional<Named> read(String line) {
    String[] cells = line.split("\t", -1);
    for (int end = nameColumn + 1; end + numbersAfter <= cells.length; end++) {
      if (fits(cells, end)) {
        String name = String.join("\t", Arrays.asList(cells).subList(nameColumn, end));
        return name.isBlank() || cells[idColumn].isBlank()
            ? Optional.empty()
            : Optional.of(new Named(cells[idColumn], name.replace('\t', ' ')));
      }
    }
    return Optional.empty();
  }

  private boolean fits(String[] cells, int from) {
    for (int i = 0; i < numbersAfter; i++) {
      if (!NUMBER.matcher(cells[from + i]).matches()) {
        return false;
      }
    }
    return true;
  }
}
