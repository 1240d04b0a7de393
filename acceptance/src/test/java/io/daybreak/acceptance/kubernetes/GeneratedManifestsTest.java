package io.daybreak.acceptance.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What quarkus-kubernetes makes of a service's configuration is what is checked in. */
class GeneratedManifestsTest {

  @ParameterizedTest
  @ValueSource(strings = {"import-service", "sheet-service", "order-service", "console"})
  void theCheckedInManifestIsTheGeneratedOne(String service) throws Exception {
    Path generated = Path.of("..", service, "target/kubernetes/kubernetes.yml");
    Assumptions.assumeTrue(Files.exists(generated), "The service is not packaged");
    Path checkedIn = Manifests.FOLDER.resolve("base").resolve(service).resolve("generated.yaml");

    assertThat(inOneOrder(checkedIn))
        .as("copy %s to %s", generated, checkedIn)
        .containsExactlyInAnyOrderElementsOf(inOneOrder(generated));
  }

  /**
   * Quarkus writes the sources of the environment in the order in which it happens to find them.
   */
  private static List<JsonNode> inOneOrder(Path file) throws IOException {
    List<JsonNode> objects = Manifests.read(file).objects();
    for (JsonNode object : objects) {
      for (JsonNode sources : object.findValues("envFrom")) {
        List<JsonNode> sorted = new ArrayList<>();
        sources.forEach(sorted::add);
        sorted.sort(Comparator.comparing(JsonNode::toString));
        ((ArrayNode) sources).removeAll().addAll(sorted);
      }
    }
    return objects;
  }
}
