package io.daybreak.kit.textfile;

import java.text.Normalizer;
import java.util.Optional;

/** What no person sees in a cell: blanks of all kinds, signs without width, letters in pieces. */
public final class Unseen {

  private static final int HANGUL_FILLER = 0x3164;
  private static final int BRAILLE_BLANK = 0x2800;

  private Unseen() {}

  /** The text without anything invisible around it. */
  public static String strip(String text) {
    int begin = 0;
    int end = text.length();
    while (begin < end && isInvisible(text.charAt(begin))) {
      begin++;
    }
    while (end > begin && isInvisible(text.charAt(end - 1))) {
      end--;
    }
    return begin == 0 && end == text.length() ? text : text.substring(begin, end);
  }

  /** Whether there is nothing to be seen. */
  public static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isInvisible(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** The first invisible character but an ordinary blank, as {@code U+00A0}. */
  public static Optional<String> first(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && isInvisible(c)) {
        return Optional.of("U+%04X".formatted((int) c));
      }
    }
    return Optional.empty();
  }

  /** Composed letters (NFC) where there are any in pieces, as names typed on a Mac have them. */
  public static String composed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x300 && isPiece(c)) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
      }
    }
    return text;
  }

  private static boolean isPiece(char c) {
    return c < 0x370
        || c >= 0x1100 && c < 0x1200
        || c == 0x3099
        || c == 0x309A
        || c >= 0x591 && Character.getType(c) == Character.NON_SPACING_MARK;
  }

  static boolean isInvisible(char c) {
    if (c > ' ' && c < 0x7f) {
      return false;
    }
    return c <= ' '
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || c == HANGUL_FILLER
        || c == BRAILLE_BLANK;
  }
}
