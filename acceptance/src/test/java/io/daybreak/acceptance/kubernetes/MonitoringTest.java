package io.daybreak.acceptance.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules and dashboard ask for metrics that the services' code registers. */
class MonitoringTest {

  private static final Pattern REGISTERED =
      Pattern.compile("(counter|count|timer|gauge|builder)\\(\\s*\"(daybreak\\.[a-z.]+)\"");
  private static final Pattern ASKED_FOR = Pattern.compile("\\b(daybreak_[a-z_]+)");

  @ParameterizedTest
  @ValueSource(strings = {"rules.yaml", "dashboard.json"})
  void everyMetricExists(String file) throws IOException {
    String asking = Files.readString(Manifests.FOLDER.resolve("monitoring").resolve(file));
    Set<String> registered = registered();

    Set<String> asked = new TreeSet<>();
    ASKED_FOR.matcher(asking).results().forEach(result -> asked.add(result.group(1)));

    assertThat(asked).isNotEmpty().isSubsetOf(registered);
  }

  /** As Prometheus names them. */
  private static Set<String> registered() throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      files
          .filter(file -> file.toString().contains("/src/main/java/"))
          .filter(file -> file.toString().endsWith(".java"))
          .map(MonitoringTest::text)
          .flatMap(source -> REGISTERED.matcher(source).results())
          .forEach(found -> names.addAll(inPrometheus(found.group(1), found.group(2))));
    }
    return names;
  }

  private static List<String> inPrometheus(String meter, String name) {
    String base = name.replace('.', '_');
    return switch (meter) {
      case "counter", "count" -> List.of(base + "_total");
      case "timer" ->
          List.of(base + "_seconds_count", base + "_seconds_sum", base + "_seconds_max");
      default -> List.of(base);
    };
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
