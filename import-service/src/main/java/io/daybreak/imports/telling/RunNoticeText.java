package io.daybreak.imports.telling;

import io.daybreak.imports.telling.RunNotice.Told;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A message's words, in Korean and English. Each set is a link to its page, where the reason stands
 * in the reader's language with what to do.
 */
final class RunNoticeText {

  /** Sets that a message names; after a bad morning the others are in the console. */
  private static final int NAMED = 20;

  private RunNoticeText() {}

  static String of(RunNotice notice, Optional<URI> console) {
    StringBuilder text = new StringBuilder();
    append(text, ":x: *가져오기 실패 %1$,d건 / Imports that fail: %1$,d*", notice.failed(), console);
    append(text, ":white_check_mark: *다시 정상 %1$,d건 / Well again: %1$,d*", notice.well(), console);
    return text.toString();
  }

  private static void append(
      StringBuilder text, String heading, List<Told> sets, Optional<URI> console) {
    if (sets.isEmpty()) {
      return;
    }
    text.append(text.isEmpty() ? "" : "\n").append(heading.formatted(sets.size()));
    text.append(
        sets.stream()
            .limit(NAMED)
            .map(set -> line(set, console))
            .collect(Collectors.joining("\n• ", "\n• ", "")));
    if (sets.size() > NAMED) {
      text.append("\n• 그 밖에 %1$,d건 / and %1$,d more".formatted(sets.size() - NAMED));
    }
  }

  private static String line(Told set, Optional<URI> console) {
    String name =
        escaped(
            set.account() == null
                ? set.format() + " " + set.customerId()
                : set.format() + " " + set.customerId() + " " + set.account());
    String link =
        console
            .map(url -> "<%s|%s>".formatted(url.resolve("/imports/" + set.id()), name))
            .orElse(name);
    return set.code() == null ? link : link + ": `" + set.code() + "`";
  }

  /**
   * @see <a href="https://docs.slack.dev/messaging/formatting-message-text#escaping">Slack on
   *     escaping</a>; a bar would end a link's address
   */
  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('|', '¦')
        .replaceAll("\\s+", " ");
  }
}
