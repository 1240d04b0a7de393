package io.daybreak.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every alert that a service can raise has a name in both languages, and no other has. */
class AlertWordsTest {

  private static final Path ROOT = Path.of("..");
  private static final Path WORDS =
      ROOT.resolve("console/src/main/resources/web/pages/alerts/words.js");
  private static final Pattern RULE =
      Pattern.compile("String name\\(\\) \\{\\s*return \"([a-z-]+)\";");
  private static final Pattern WORD = Pattern.compile("(?m)^ {4}'rule_([a-z-]+)': '.+',$");

  @Test
  void everyRuleHasANameInBothLanguages() throws IOException {
    String words = Files.readString(WORDS);
    int korean = words.indexOf("  ko: {");

    List<String> rules = rules();

    assertThat(rules).contains("late-days", "outbox-stands").doesNotHaveDuplicates();
    assertThat(found(WORD, words.substring(0, korean))).containsExactlyInAnyOrderElementsOf(rules);
    assertThat(found(WORD, words.substring(korean))).containsExactlyInAnyOrderElementsOf(rules);
  }

  private static List<String> rules() throws IOException {
    List<String> rules = new ArrayList<>();
    for (String module :
        List.of("service-kit", "import-service", "sheet-service", "order-service")) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
          String source = Files.readString(file);
          if (source.contains("implements AlertRule")) {
            rules.addAll(found(RULE, source));
          }
        }
      }
    }
    return rules;
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult result) -> result.group(1)).toList();
  }
}
