package io.daybreak.acceptance.house;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.acceptance.house.Settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every setting is declared once, explained, and listed in {@code docs/configuration.md}. */
class ConfigurationTest {

  private static final Path DOCUMENT = Sources.ROOT.resolve("docs/configuration.md");

  /** {@code mvn -pl acceptance -am -Dtest=ConfigurationTest -Ddaybreak.write test} writes it. */
  private static final boolean WRITE = System.getProperty("daybreak.write") != null;

  private static final Pattern SCHEDULED =
      Pattern.compile("(?:every|cron|delayed) = \"\\$?\\{(daybreak\\.[a-z.-]+)(?::([^}]*))?}\"");

  @Test
  void theDocumentListsEverySetting() throws IOException {
    String document = document();
    if (WRITE) {
      Files.writeString(DOCUMENT, document);
    }

    assertThat(Files.readString(DOCUMENT)).isEqualTo(document);
  }

  @Test
  void everySettingIsExplained() {
    assertThat(all()).filteredOn(setting -> setting.meaning().isEmpty()).isEmpty();
  }

  @Test
  void noTwoFeaturesDeclareTheSameKey() {
    assertThat(all()).extracting(Setting::key).doesNotHaveDuplicates();
  }

  /**
   * An annotation cannot read a mapping, so a schedule repeats the default: it must be the same.
   */
  @Test
  void schedulesAndMappingsNameTheSameDefaults() {
    Map<String, String> defaults =
        all().stream()
            .collect(Collectors.toMap(Setting::key, setting -> setting.fallback().orElse("")));

    List<MatchResult> scheduled =
        Sources.java(Sources.DELIVERED, "main")
            .flatMap(file -> SCHEDULED.matcher(Sources.text(file)).results())
            .toList();

    assertThat(scheduled).isNotEmpty();
    assertThat(scheduled.stream().map(schedule -> schedule.group(1)))
        .allMatch(defaults::containsKey);
    assertThat(scheduled)
        .filteredOn(schedule -> schedule.group(2) != null)
        .allSatisfy(
            schedule ->
                assertThat(schedule.group(1) + "=" + schedule.group(2))
                    .isEqualTo(schedule.group(1) + "=" + defaults.get(schedule.group(1))));
  }

  private static List<Setting> all() {
    return Sources.DELIVERED.stream().flatMap(module -> Settings.of(module).stream()).toList();
  }

  private static String document() {
    return """
        # Configuration

        Generated from the `@ConfigMapping` interfaces, which a test holds against this page; write it anew with
        `mvn -pl acceptance -am -Dtest=ConfigurationTest -Ddaybreak.write test`. Each key can be set as an environment variable too:
        `daybreak.runs.limit-per-key` is `DAYBREAK_RUNS_LIMIT_PER_KEY`. Quarkus' own keys (`quarkus.datasource.*`, `quarkus.sqs.*`, `quarkus.mailer.*`, `mp.jwt.*`)
        are in its guides; what each deployment has to set of them is in [operations](operations.md).
        """
        + Sources.DELIVERED.stream()
            .map(ConfigurationTest::section)
            .filter(section -> !section.isEmpty())
            .collect(joining());
  }

  private static String section(String module) {
    List<Setting> settings =
        Settings.of(module).stream().sorted(Comparator.comparing(Setting::key)).toList();
    return settings.isEmpty()
        ? ""
        : "\n## "
            + (module.equals("service-kit") ? "Every service" : module)
            + "\n\n| key | meaning | default |\n|---|---|---|\n"
            + settings.stream().map(ConfigurationTest::row).collect(joining());
  }

  private static String row(Setting setting) {
    return "| `%s` | %s | %s |%n"
        .formatted(
            setting.key(),
            setting.meaning(),
            setting
                .fallback()
                .map(value -> value.isEmpty() ? "" : "`" + value + "`")
                .orElse("none"))
        .replace(System.lineSeparator(), "\n");
  }
}
