package io.daybreak.acceptance.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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

  /** Other programs get these, or customers, whose pages have words of their own. */
  private static final List<String> NOT_FOR_THE_CONSOLE =
      List.of("WebhookProblems.java", "SlackEventsResource.java", "PageProblem.java");

  @Test
  void everyTypeOfProblemHasKoreanWordsAndNoOther() throws IOException {
    Set<String> raised = raised();

    assertThat(raised).contains("raw-data-exists", "invalid-request", "google-quota-used-up");
    assertThat(translated()).containsExactlyInAnyOrderElementsOf(raised);
  }

  private static Set<String> raised() throws IOException {
    try (Stream<Path> sources =
        MODULES.stream().flatMap(module -> javaOf(ROOT.resolve(module).resolve("src/main/java")))) {
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
