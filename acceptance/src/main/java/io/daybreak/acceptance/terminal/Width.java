package io.daybreak.acceptance.terminal;

/** Columns that a text takes in a terminal, where Korean letters are two wide. */
public final class Width {

  private Width() {}

  public static int of(String text) {
    return text.codePoints().map(Width::of).sum();
  }

  public static String padRight(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  public static String padLeft(String text, int width) {
    return " ".repeat(Math.max(0, width - of(text))) + text;
  }

  /** The text, shortened with an ellipsis where it is wider. */
  public static String fit(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    StringBuilder kept = new StringBuilder();
    int used = 0;
    for (int codePoint : text.codePoints().toArray()) {
      if (used + of(codePoint) > width - 1) {
        break;
      }
      kept.appendCodePoint(codePoint);
      used += of(codePoint);
    }
    return kept.append('…').toString();
  }

  /** The end of the text, after an ellipsis where it is wider. */
  public static String fitEnd(String text, int width) {
    int start = 0;
    while (of(text.substring(start)) > (start == 0 ? width : width - 1)) {
      start = text.offsetByCodePoints(start, 1);
    }
    return start == 0 ? text : "…" + text.substring(start);
  }

  private static int of(int codePoint) {
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HANGUL, HAN, HIRAGANA, KATAKANA -> 2;
      default -> 1;
    };
  }
}
