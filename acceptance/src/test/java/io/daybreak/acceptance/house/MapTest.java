package io.daybreak.acceptance.house;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map names what is there, and every room says what it is. */
class MapTest {

  private static final List<String> PAGES =
      List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/messages.md");

  /** A class of ours as prose writes it: two humps at least, in a span of code of its own. */
  private static final Pattern CLASS = Pattern.compile("`((?:[A-Z][a-z0-9]+){2,}(?:IT)?)`");

  private static final Pattern DECLARED =
      Pattern.compile("\\b(?:class|record|enum|interface) ([A-Z]\\w+)");

  private static final Pattern LINK = Pattern.compile("]\\(((?!http)[^)#]+)");

  @Test
  void everyClassThatThePagesNameIsThere() {
    Set<String> classes =
        Stream.of("main", "test")
            .flatMap(side -> Sources.java(Sources.ALL, side))
            .flatMap(file -> DECLARED.matcher(Sources.text(file)).results())
            .map(found -> found.group(1))
            .collect(toSet());

    List<String> named =
        PAGES.stream()
            .map(page -> Sources.text(Sources.ROOT.resolve(page)))
            .flatMap(text -> CLASS.matcher(text).results())
            .map(found -> found.group(1))
            .distinct()
            .toList();

    assertThat(named).contains("RunQueue", "ReviewMailSender");
    assertThat(classes).containsAll(named);
  }

  @Test
  void everyLinkOfThePagesLeadsSomewhere() {
    assertThat(PAGES)
        .allSatisfy(
            page -> {
              Path file = Sources.ROOT.resolve(page);
              assertThat(LINK.matcher(Sources.text(file)).results().map(link -> link.group(1)))
                  .allSatisfy(link -> assertThat(file.resolveSibling(link)).exists());
            });
  }

  @Test
  void everyPackageSaysWhatItIs() {
    assertThat(
            Sources.java(Sources.ALL, "main")
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !saysWhatItIs(folder.resolve("package-info.java"))))
        .isEmpty();
  }

  private static boolean saysWhatItIs(Path file) {
    return Files.exists(file) && Sources.text(file).stripLeading().startsWith("/**");
  }

  @Test
  void theFirstPageIsOnePage() throws IOException {
    assertThat(Files.size(Sources.ROOT.resolve("README.md"))).isLessThan(8192);
  }
}
