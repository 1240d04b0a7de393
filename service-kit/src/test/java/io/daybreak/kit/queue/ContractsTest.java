package io.daybreak.kit.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.contracts.Message;
import io.daybreak.contracts.MessageTypes;
import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.RunFailed;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Messages of the last release, as its JSON, and what a newer one may send: see docs/messages.md.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class ContractsTest {

  @Inject Envelopes envelopes;
  @Inject ObjectMapper json;

  @Test
  void everyMessageOfTheLastReleaseIsRead() throws Exception {
    for (Golden golden : golden()) {
      Message message = envelopes.open(golden.type(), golden.text());

      assertThat(MessageTypes.nameOf(message)).isEqualTo(golden.type());
    }
  }

  @Test
  void everyMessageIsWrittenSoThatTheLastReleaseReadsIt() throws Exception {
    for (Golden golden : golden()) {
      Message message = envelopes.open(golden.type(), golden.text());

      JsonNode written = json.readTree(envelopes.seal(message).body());
      assertThat(fields(written)).containsAllEntriesOf(fields(json.readTree(golden.text())));
    }
  }

  @Test
  void everyMessageHasItsGoldenFile() throws Exception {
    Set<String> types = golden().stream().map(Golden::type).collect(Collectors.toSet());

    assertThat(types).containsExactlyInAnyOrderElementsOf(MessageTypes.names());
  }

  @Test
  void whatANewerVersionAddsIsIgnored() throws Exception {
    for (Golden golden : golden()) {
      ObjectNode newer = (ObjectNode) json.readTree(golden.text());
      newer.put("colour", "green").putObject("shape").put("corners", 4);

      assertThat(envelopes.open(golden.type(), newer.toString()))
          .isEqualTo(envelopes.open(golden.type(), golden.text()));
    }
  }

  @Test
  void aReasonThatANewerVersionHasANameForKeepsItsSentence() throws Exception {
    String newer =
        "{\"runId\":\"6f1c1f0e-8d3b-4a57-9f0d-0c8a3f5f2b11\",\"code\":\"SHEET_ON_FIRE\",\"reason\":\"Call somebody.\"}";

    RunFailed failed = (RunFailed) envelopes.open("RunFailed", newer);

    assertThat(failed.code()).isEqualTo(FailureCode.OTHER);
    assertThat(failed.reason()).isEqualTo("Call somebody.");
  }

  @Test
  void aConstantThatDecidesSomethingIsNotGuessed() throws Exception {
    Golden prepare =
        golden().stream().filter(one -> one.type().equals("PrepareTab")).findFirst().orElseThrow();

    assertThatThrownBy(
            () -> envelopes.open("PrepareTab", prepare.text().replace("\"DATE\"", "\"MOOD\"")))
        .isInstanceOf(UnreadableMessageException.class);
  }

  /** Every value by its path: what is null need not be written. */
  private static Map<String, Object> fields(JsonNode node) {
    Map<String, Object> fields = new TreeMap<>();
    collect("", node, fields);
    return fields;
  }

  private static void collect(String path, JsonNode node, Map<String, Object> fields) {
    if (node.isObject()) {
      node.fields()
          .forEachRemaining(
              field -> collect(path + "/" + field.getKey(), field.getValue(), fields));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        collect(path + "/" + i, node.get(i), fields);
      }
    } else if (!node.isNull()) {
      fields.put(path, node.asText());
    }
  }

  private static List<Golden> golden() throws IOException, URISyntaxException {
    URI folder = MessageTypes.class.getResource("golden").toURI();
    if (!folder.getScheme().equals("jar")) {
      return golden(Path.of(folder));
    }
    try (FileSystem jar = FileSystems.newFileSystem(folder, new HashMap<>())) {
      return golden(jar.getPath("/io/daybreak/contracts/golden"));
    }
  }

  private static List<Golden> golden(Path folder) throws IOException {
    List<Golden> golden = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        golden.add(new Golden(name.replaceAll("(-.*)?\\.json$", ""), Files.readString(file)));
      }
    }
    assertThat(golden).isNotEmpty();
    return golden;
  }

  private record Golden(String type, String text) {}
}
