package io.daybreak.simulators.identity;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** A language that people sign in with. */
public enum Language {
  ENGLISH("en"),
  KOREAN("ko");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** As HTML and OpenID Connect write it. */
  public String tag() {
    return tag;
  }

  Language other() {
    return this == KOREAN ? ENGLISH : KOREAN;
  }

  /**
   * What the application asks for, or else what the browser prefers, or else English.
   *
   * @param uiLocales language tags with spaces between them, the preferred one first
   * @param acceptLanguage the browser's header
   */
  static Language of(@Nullable String uiLocales, @Nullable String acceptLanguage) {
    String wanted = uiLocales == null ? acceptLanguage : uiLocales.strip().replace(' ', ',');
    if (wanted == null || wanted.isBlank()) {
      return ENGLISH;
    }
    try {
      List<LanguageRange> ranges = LanguageRange.parse(wanted);
      String found = Locale.lookupTag(ranges, List.of(ENGLISH.tag, KOREAN.tag));
      return KOREAN.tag.equals(found) ? KOREAN : ENGLISH;
    } catch (IllegalArgumentException e) {
      return ENGLISH; // Not language tags.
    }
  }
}
