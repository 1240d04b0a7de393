package io.daybreak.orders.smtp;

import java.util.List;
import java.util.regex.Pattern;

/** A mail server's words as they may be kept: short, and without addresses, links and ids. */
final class ReplyText {

  private static final int LONGEST = 200;

  /** The reply's own code, which each of its lines repeats. */
  private static final Pattern CODE = Pattern.compile("^\\s*[2-5][0-9]{2}[ -]");

  private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>@,;:\"]+@[^\\s<>@,;\"]+>?");
  private static final Pattern LINK = Pattern.compile("https?://([^\\s/?#]+)\\S*");
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9+/=_-]{24,}");

  private ReplyText() {}

  static String of(List<String> lines) {
    String text =
        lines.stream()
            .map(line -> CODE.matcher(line).replaceFirst(""))
            .reduce((first, next) -> first + " " + next)
            .orElse("");
    text = text.replaceAll("\\p{Cntrl}+|\\s+", " ").strip();
    text = LINK.matcher(text).replaceAll("$1");
    text = ADDRESS.matcher(text).replaceAll("(address)");
    text = SECRET.matcher(text).replaceAll("…");
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }
}
