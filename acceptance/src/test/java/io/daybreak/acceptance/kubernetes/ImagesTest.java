package io.daybreak.acceptance.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be said about the images without building them. */
class ImagesTest {

  private static final List<String> LABELS =
      List.of("title", "version", "revision", "created", "base.name");

  @ParameterizedTest
  @ValueSource(strings = {"native", "jvm", "local-stack"})
  void anImageRunsAsNobodyWithoutAShellAndSaysWhatItIs(String name) throws IOException {
    String dockerfile = Files.readString(Path.of("..", "docker", name + ".Dockerfile"));

    assertThat(dockerfile)
        .containsOnlyOnce("\nFROM ${BASE}\n")
        .contains("\nUSER 65534:65534\n", "\nENTRYPOINT [\"", "target/bom.json /daybreak-bom.json")
        .doesNotContain("\nRUN ", "\nADD ");
    assertThat(LABELS)
        .allSatisfy(
            label -> assertThat(dockerfile).contains("org.opencontainers.image." + label + "=\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"import-service", "sheet-service", "order-service", "console"})
  void theBillOfMaterialsNamesWhatRunsAndNotWhatTests(String service) throws IOException {
    Path file = Path.of("..", service, "target/bom.json");
    Assumptions.assumeTrue(Files.exists(file), "The service is not packaged");

    JsonNode bill = new ObjectMapper().readTree(file.toFile());

    assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(bill.at("/metadata/component/name").asText()).isEqualTo(service);
    assertThat(bill.path("components").findValuesAsText("name"))
        .contains("quarkus-smallrye-health", "vertx-core")
        .doesNotContain("assertj-core", "quarkus-junit");
  }

  @Test
  void nothingButTheBuildsResultsReachesTheBuilder() throws IOException {
    assertThat(Files.readAllLines(Path.of("..", ".dockerignore")))
        .contains("*", "!*/target/bom.json", "!*/target/*-runner", "!*/target/quarkus-app");
  }
}
