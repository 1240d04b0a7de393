package io.daybreak.orders.smtp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes texts and mailboxes as header fields: ASCII as it is, anything else as encoded words of
 * whole code points.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2047">RFC 2047</a>, and 3.4 of RFC 5322 on
 *     mailboxes
 */
final class HeaderText {

  private static final String START = "=?UTF-8?B?";
  private static final String END = "?=";

  /** An encoded word has 75 characters at most: 60 of base64 say 45 bytes. */
  private static final int BYTES_OF_WORD = 45;

  /** A line may have 998 characters and should have 78; the name of the field comes before. */
  private static final int LINE = 64;

  private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*");

  private HeaderText() {}

  /** A text without structure, such as a subject. */
  static String unstructured(String text) {
    String line = oneLine(text);
    return isAscii(line) && !line.contains("=?") ? folded(line) : encoded(line);
  }

  /** A name and an address; the name alone in front, never as a comment behind. */
  static String mailbox(String name, MailAddress address) {
    String line = oneLine(name);
    if (line.isEmpty()) {
      return address.ascii();
    }
    return phrase(line) + " <" + address.ascii() + ">";
  }

  private static String phrase(String name) {
    if (!isAscii(name)) {
      return encoded(name);
    }
    return ATOMS.matcher(name).matches() && !name.contains("=?")
        ? name
        : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String encoded(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int bytes = 0;
    for (int codePoint : text.codePoints().toArray()) {
      String character = Character.toString(codePoint);
      int length = character.getBytes(StandardCharsets.UTF_8).length;
      if (bytes + length > BYTES_OF_WORD) {
        words.add(word(word));
        word.setLength(0);
        bytes = 0;
      }
      word.append(character);
      bytes += length;
    }
    words.add(word(word));
    return String.join("\r\n ", words);
  }

  private static String word(StringBuilder text) {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return START + Base64.getEncoder().encodeToString(bytes) + END;
  }

  /** Breaks at blanks, which stay what they are when the lines are joined again. */
  private static String folded(String text) {
    StringBuilder lines = new StringBuilder();
    int used = 0;
    for (String word : text.split(" ", -1)) {
      if (used > 0 && used + 1 + word.length() > LINE && !word.isEmpty()) {
        lines.append("\r\n ");
        used = 0;
      } else if (lines.length() > 0) {
        lines.append(' ');
        used++;
      }
      lines.append(word);
      used += word.length();
    }
    return lines.toString();
  }

  /** A broken surrogate says nothing, and a line break would start another field. */
  private static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isISOControl(c) ? ' ' : c)
        .filter(c -> !Character.isSurrogate((char) c) || c > Character.MAX_VALUE)
        .forEach(line::appendCodePoint);
    return line.toString().strip();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
  }
}
