package io.daybreak.acceptance.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The objects of a folder of k8s/, as a cluster gets them. */
record Manifests(List<JsonNode> objects) {

  static final Path FOLDER = Path.of("..", "k8s");

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  /** Renders a kustomization; the test is left out where there is no kubectl to do it. */
  static Manifests of(String kustomization) throws IOException, InterruptedException {
    return rendered(FOLDER.resolve(kustomization));
  }

  private static Manifests rendered(Path folder) throws IOException, InterruptedException {
    Process kubectl;
    try {
      kubectl = new ProcessBuilder("kubectl", "kustomize", folder.toString()).start();
    } catch (IOException notInstalled) {
      Assumptions.abort("kubectl is not installed, so nothing can be rendered");
      throw notInstalled;
    }
    String rendered = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String errors = new String(kubectl.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    if (kubectl.waitFor() != 0) {
      throw new IllegalStateException(folder + ": " + errors);
    }
    return parse(rendered);
  }

  /** A component around the base, which kustomize renders only as a part of something. */
  static Manifests ofBaseWith(String component) throws IOException, InterruptedException {
    return with("base", component);
  }

  /** A component around a kustomization. */
  static Manifests with(String kustomization, String component)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Path.of("target", "kustomize", component));
    Path root = folder.toAbsolutePath().relativize(FOLDER.toAbsolutePath());
    Files.writeString(
        folder.resolve("kustomization.yaml"),
        """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources: [%s/%s]
        components: [%s/components/%s]
        """
            .formatted(root, kustomization, root, component));
    return rendered(folder);
  }

  static Manifests read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  private static Manifests parse(String documents) throws JsonProcessingException {
    List<JsonNode> objects = new ArrayList<>();
    for (String document : documents.split("(?m)^---\\s*$")) {
      JsonNode object = YAML.readTree(document);
      if (object != null && object.isObject()) {
        objects.add(object);
      }
    }
    return new Manifests(objects);
  }

  Stream<JsonNode> ofKind(String kind) {
    return objects.stream().filter(object -> object.path("kind").asText().equals(kind));
  }

  JsonNode one(String kind, String name) {
    return ofKind(kind)
        .filter(object -> name(object).equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("There is no " + kind + " " + name));
  }

  /** The pod templates of everything that makes pods. */
  Stream<JsonNode> podTemplates() {
    return objects.stream()
        .map(
            object ->
                object.path("kind").asText().equals("CronJob")
                    ? object.at("/spec/jobTemplate/spec/template")
                    : object.at("/spec/template"))
        .filter(template -> template.path("spec").has("containers"));
  }

  static ObjectNode object() {
    return YAML.createObjectNode();
  }

  static String name(JsonNode object) {
    return object.at("/metadata/name").asText();
  }
}
