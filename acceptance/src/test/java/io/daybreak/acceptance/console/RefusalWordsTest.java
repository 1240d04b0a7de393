package io.daybreak.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a service refuses to somebody at the console has words in Korean. */
class RefusalWordsTest {

  private static final Path ROOT = Path.of("..");
  private static final Path WORDS =
      ROOT.resolve("console/src/main/resources/web/words/refusals.js");
  private static final List<String> MODULES =
      List.of("service-kit", "import-service", "sheet-service", "order-service");

  private static final Pattern TYPE = Pattern.compile("new ProblemType\\(\\s*\"([a-z-]+)\"");
  private static final Pattern ENTRY = Pattern.compile("(?m)^ {2}'?([a-z-]+)'?: \\['(.+?)'");

  private static final Pattern WHOLE_ENTRY =
      Pattern.compile("(?m)^ {2}'?([\\w/-]+)'?: \\[(.+)\\],$");
  private static final Pattern FIELD = Pattern.compile("\\{(\\w+)}");

  /** Extension members of problems, at the beginning of a line as the formatter breaks builders. */
  private static final Pattern CARRIED =
      Pattern.compile("(?:\\n\\s*|problem)\\.with\\(\\s*\"(\\w+)\",");

  /** These choose the words, stand beside the sentence, or have both languages in the problem. */
  private static final List<String> NOT_SHOWN_BY_A_SENTENCE =
      List.of(
          "code",
          "detailKorean",
          "failureCode",
          "field",
          "importId",
          "reason",
          "values",
          "violations");

  /** Other programs get these, or customers, whose pages have words of their own. */
  private static final List<String> NOT_FOR_THE_CONSOLE =
      List.of("WebhookProblems.java", "SlackEventsResource.java", "PageProblem.java");

  @Test
  void everyTypeOfProblemHasKoreanWordsAndNoOther() throws IOException {
    Set<String> raised = raised();

    assertThat(raised).contains("raw-data-exists", "invalid-request", "google-quota-used-up");
    assertThat(translated()).containsExactlyInAnyOrderElementsOf(raised);
  }

  @Test
  void aValueShowsInBothLanguagesOrInNone() {
    assertThat(valuesIn("en")).isNotEmpty().isEqualTo(valuesIn("ko"));
  }

  @Test
  void everyValueThatAProblemCarriesIsShown() throws IOException {
    Set<String> carried =
        sources()
            .flatMap(file -> CARRIED.matcher(text(file)).results())
            .map(found -> found.group(1))
            .filter(field -> !NOT_SHOWN_BY_A_SENTENCE.contains(field))
            .collect(Collectors.toSet());

    assertThat(carried).contains("account", "waiting");
    assertThat(valuesIn("ko").values().stream().flatMap(Set::stream).collect(Collectors.toSet()))
        .containsAll(carried);
  }

  /** The fields in a language's words, by the problem's type; types without fields are left out. */
  private static Map<String, Set<String>> valuesIn(String language) {
    String words = text(WORDS);
    int start = words.indexOf("const " + language + " = {");
    String list = words.substring(start, words.indexOf("\n};", start));
    Map<String, Set<String>> values = new TreeMap<>();
    for (MatchResult entry : WHOLE_ENTRY.matcher(list).results().toList()) {
      Set<String> fields =
          FIELD
              .matcher(entry.group(2))
              .results()
              .map(found -> found.group(1))
              .collect(Collectors.toSet());
      if (!fields.isEmpty()) {
        values.put(entry.group(1), fields);
      }
    }
    return values;
  }

  private static Stream<Path> sources() {
    return MODULES.stream()
        .flatMap(module -> javaOf(ROOT.resolve(module).resolve("src/main/java")));
  }

  private static Set<String> raised() throws IOException {
    try (Stream<Path> sources = sources()) {
      return sources
          .filter(file -> !NOT_FOR_THE_CONSOLE.contains(file.getFileName().toString()))
          .flatMap(file -> TYPE.matcher(text(file)).results())
          .map(found -> found.group(1))
          .collect(Collectors.toSet());
    }
  }

  private static Set<String> translated() {
    return ENTRY
        .matcher(text(WORDS))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());
  }

  private static Stream<Path> javaOf(Path folder) {
    try {
      return Files.walk(folder).filter(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
