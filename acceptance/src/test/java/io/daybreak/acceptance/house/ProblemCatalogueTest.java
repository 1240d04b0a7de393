package io.daybreak.acceptance.house;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** RFC 9457: a type has one title and one status, whoever raises it. */
class ProblemCatalogueTest {

  private static final Pattern DECLARED =
      Pattern.compile(
          "new ProblemType\\(\\s*\"([a-z-]+)\",\\s*([\\w.]+),\\s*((?:\"[^\"]*\"(?:\\s*\\+\\s*)?)+)");

  private record Declared(String type, String status, String title) {}

  @Test
  void aTypeIsDeclaredOnce() {
    Map<String, Long> times =
        declared().stream()
            .collect(groupingBy(Declared::type, java.util.stream.Collectors.counting()));

    assertThat(times).containsKey("invalid-request");
    assertThat(times).allSatisfy((type, count) -> assertThat(count).as(type).isEqualTo(1));
  }

  @Test
  void aTitleIsOneTypes() {
    Map<String, Set<String>> types =
        declared().stream().collect(groupingBy(Declared::title, mapping(Declared::type, toSet())));

    assertThat(types).allSatisfy((title, of) -> assertThat(of).as(title).hasSize(1));
  }

  /** What is not there is {@code …-not-found} with 404, and nothing else is. */
  @Test
  void whatIsNotThereIsCalledNotFound() {
    assertThat(declared())
        .allSatisfy(
            problem ->
                assertThat(problem.type().endsWith("not-found"))
                    .as("%s with %s", problem.type(), problem.status())
                    .isEqualTo(
                        problem.status().endsWith("NOT_FOUND") || problem.status().equals("404")));
  }

  private static List<Declared> declared() {
    return Sources.java(Sources.DELIVERED, "main")
        .flatMap(file -> DECLARED.matcher(Sources.text(file)).results())
        .map(found -> new Declared(found.group(1), found.group(2), found.group(3)))
        .toList();
  }
}
