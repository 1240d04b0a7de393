package io.daybreak.orders.order;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a mail addresses a customer. */
public final class CustomerName {

  private CustomerName() {}

  private static final Set<Character.UnicodeScript> FAMILY_NAME_FIRST =
      EnumSet.of(
          Character.UnicodeScript.HANGUL,
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA);

  /**
   * Korean, Chinese and Japanese names are said whole, family name first; others by the first name
   * alone, or by the last where it is the only one. A name that is in one field already stays as it
   * is.
   *
   * @return null if Shopify knows no name to use
   */
  public static @Nullable String of(@Nullable String first, @Nullable String last) {
    String given = usable(first);
    String family = usable(last);
    if (given == null || family == null) {
      return given == null ? family : given;
    }
    if (!familyNameFirst(given) || !familyNameFirst(family)) {
      return given;
    }
    return given.startsWith(family) && given.length() > family.length() ? given : family + given;
  }

  /** Checkouts that ask for a name are filled with dots and addresses as well. */
  private static @Nullable String usable(@Nullable String name) {
    return name == null || name.contains("@") || name.codePoints().noneMatch(Character::isLetter)
        ? null
        : name;
  }

  private static boolean familyNameFirst(String name) {
    return name.codePoints()
        .filter(Character::isLetter)
        .allMatch(c -> FAMILY_NAME_FIRST.contains(Character.UnicodeScript.of(c)));
  }
}
