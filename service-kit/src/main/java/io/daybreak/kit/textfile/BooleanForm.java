package io.daybreak.kit.textfile;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Yes and no as people write them; without options only {@code true} and {@code false}. */
public final class BooleanForm {

  /** What else is read. */
  public enum Option {
    /** 예/아니오, 네, 참/거짓, 유/무, O/X. */
    KOREAN(
        Set.of("예", "네", "참", "유", "o", "○", "●", "⭕", "있음"),
        Set.of("아니오", "아니요", "거짓", "무", "x", "×", "✕", "❌", "없음")),
    /** はい/いいえ, 真/偽, 有/無, ○/×. */
    JAPANESE(
        Set.of("はい", "真", "有", "有り", "あり", "○", "◯", "〇", "●"),
        Set.of("いいえ", "偽", "無", "無し", "なし", "×", "✕", "✖")),
    /** yes/no, y/n, t/f, on/off. */
    YES_NO(Set.of("yes", "y", "t", "on"), Set.of("no", "n", "f", "off")),
    /** 1/0. */
    ONE_ZERO(Set.of("1", "1.0"), Set.of("0", "0.0"));

    private final Set<String> yes;
    private final Set<String> no;

    Option(Set<String> yes, Set<String> no) {
      this.yes = yes;
      this.no = no;
    }
  }

  private final Map<String, String> words = new HashMap<>();

  public BooleanForm(Set<Option> options) {
    words.put("true", "true");
    words.put("false", "false");
    for (Option option : options) {
      option.yes.forEach(word -> words.put(word, "true"));
      option.no.forEach(word -> words.put(word, "false"));
    }
  }

  /** {@code true} or {@code false}. */
  public CellRead<String> read(String cell) {
    String text = Unseen.strip(cell);
    String value = words.get(text.toLowerCase(Locale.ROOT));
    if (value != null) {
      return CellRead.of(value);
    }
    return CellRead.wrong(
        text.startsWith("#") ? CellFault.SPREADSHEET_ERROR.found() : CellFault.OTHER_WORD.found());
  }
}
