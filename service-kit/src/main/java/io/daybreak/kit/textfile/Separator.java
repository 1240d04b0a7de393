package io.daybreak.kit.textfile;

/** What stands between the cells of a line. */
public enum Separator {
  COMMA(',', "comma", "쉼표"),
  SEMICOLON(';', "semicolon", "세미콜론"),
  TAB('\t', "tab", "탭");

  private static final int LINES_LOOKED_AT = 50;

  private final char letter;
  private final String english;
  private final String korean;

  Separator(char letter, String english, String korean) {
    this.letter = letter;
    this.english = english;
    this.korean = korean;
  }

  public char letter() {
    return letter;
  }

  public String english() {
    return english;
  }

  public String korean() {
    return korean;
  }

  /**
   * The one that divides most lines of a text's beginning into the same number of cells, more than
   * one; a comma if none does.
   */
  static Separator of(char[] text, int length, boolean whole) {
    Separator best = COMMA;
    long most = 0;
    for (Separator candidate : values()) {
      long even = candidate.evenLines(text, length, whole);
      if (even > most) {
        most = even;
        best = candidate;
      }
    }
    return best;
  }

  /** Lines with the usual number of cells; the usual one breaks ties, the header counts twice. */
  private long evenLines(char[] text, int length, boolean whole) {
    int[] cells = new int[LINES_LOOKED_AT];
    int lines = 0;
    int inLine = 1;
    boolean quoted = false;
    boolean fieldBegins = true;
    boolean empty = true;
    for (int i = 0; i < length && lines < LINES_LOOKED_AT; i++) {
      char c = text[i];
      if (c == '"' && (fieldBegins || quoted)) {
        quoted = !quoted;
        fieldBegins = false;
      } else if (!quoted && (c == '\n' || c == '\r')) {
        if (!empty) {
          cells[lines++] = inLine;
        }
        inLine = 1;
        fieldBegins = true;
        empty = true;
        continue;
      } else if (!quoted && c == letter) {
        inLine++;
        fieldBegins = true;
      } else {
        fieldBegins = false;
      }
      empty = false;
    }
    if (whole && !empty && lines < LINES_LOOKED_AT) {
      cells[lines++] = inLine;
    }
    return score(cells, lines);
  }

  private static long score(int[] cells, int lines) {
    long best = 0;
    for (int i = 0; i < lines; i++) {
      long same = 0;
      for (int j = 0; j < lines; j++) {
        same += cells[j] == cells[i] ? 1 : 0;
      }
      same += cells[i] == cells[0] ? 1 : 0;
      best = Math.max(best, cells[i] < 2 ? 0 : same * 100_000L + cells[i]);
    }
    return best;
  }
}
