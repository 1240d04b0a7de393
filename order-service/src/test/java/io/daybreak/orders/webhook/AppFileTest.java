package io.daybreak.orders.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The app file that merchants deploy subscribes to all that this service acts on. */
class AppFileTest {

  private static final Path FILE = Path.of("../docs/shopify/shopify.app.toml");

  @Test
  void itNamesEveryTopicAndNoOther() throws IOException {
    Set<String> named =
        Pattern.compile("\"([a-z_]+/[a-z_]+)\"")
            .matcher(Files.readString(FILE))
            .results()
            .map(topic -> topic.group(1))
            .collect(Collectors.toSet());

    assertThat(named)
        .allMatch(topic -> Topic.byName(topic).isPresent())
        .hasSize(Topic.values().length);
  }
}
