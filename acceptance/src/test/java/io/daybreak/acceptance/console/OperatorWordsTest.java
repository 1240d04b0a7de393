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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every alert that a service can raise, and every check of its doctor, has a name in both
 * languages, and no other has.
 */
class OperatorWordsTest {

  private static final Path ROOT = Path.of("..");
  private static final List<String> MODULES =
      List.of("service-kit", "import-service", "sheet-service", "order-service");
  private static final Path PAGES = ROOT.resolve("console/src/main/resources/web/pages");
  private static final Pattern NAME =
      Pattern.compile("String name\\(\\) \\{\\s*return \"([a-z-]+)\";");

  @ParameterizedTest
  @CsvSource({
    "AlertRule, alerts, rule, late-days, outbox-stands",
    "Check, doctor, check, database, google"
  })
  void everyOneHasANameInBothLanguages(
      String type, String page, String prefix, String one, String another) throws IOException {
    String words = Files.readString(PAGES.resolve(page).resolve("words.js"));
    int korean = words.indexOf("  ko: {");
    Pattern word = Pattern.compile("(?m)^ {4}'?%s_([a-z-]+)'?: '.+',$".formatted(prefix));

    List<String> names = namesOf(type);

    assertThat(names).contains(one, another).doesNotHaveDuplicates();
    assertThat(found(word, words.substring(0, korean))).containsExactlyInAnyOrderElementsOf(names);
    assertThat(found(word, words.substring(korean))).containsExactlyInAnyOrderElementsOf(names);
  }

  private static List<String> namesOf(String type) throws IOException {
    List<String> names = new ArrayList<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(file -> file.toString().endsWith(".java")).toList()) {
          String source = Files.readString(file);
          if (source.contains("implements " + type + " ")) {
            names.addAll(found(NAME, source));
          }
        }
      }
    }
    return names;
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult result) -> result.group(1)).toList();
  }
}
