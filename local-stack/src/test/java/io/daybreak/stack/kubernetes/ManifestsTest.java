package io.daybreak.stack.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What k8s/ renders to, judged by Kubernetes' schema and by what the schema cannot say. */
class ManifestsTest {

  /** Kinds of extensions, which Kubernetes' schema does not have. */
  private static final Set<String> EXTENSIONS = Set.of("ExternalSecret", "ScaledObject");

  private static final String NAME = "app.kubernetes.io/name";

  private final Schema schema = new Schema();

  @ParameterizedTest
  @ValueSource(strings = {"base", "overlays/production"})
  void everyObjectFitsTheSchema(String kustomization) throws Exception {
    for (JsonNode object : Manifests.of(kustomization).objects()) {
      if (!EXTENSIONS.contains(object.path("kind").asText())) {
        assertThat(schema.faultsOf(object)).as(Manifests.name(object)).isEmpty();
      }
    }
  }

  @Test
  void theJobOfALongRunFitsTheSchema() throws IOException {
    Path job = Path.of("..", "import-service/src/test/resources/io/daybreak/imports/job/job.json");

    assertThat(schema.faultsOf(new ObjectMapper().readTree(job.toFile()))).isEmpty();
  }

  @Test
  void theSchemaFindsWhatIsWrong() throws Exception {
    JsonNode deployment = Manifests.of("base").one("Deployment", "import-service").deepCopy();
    ObjectNode spec = (ObjectNode) deployment.path("spec");
    spec.put("replicas", "two");
    spec.put("replica", 2);
    spec.remove("selector");

    assertThat(schema.faultsOf(deployment))
        .containsExactlyInAnyOrder(
            "Deployment.spec.replicas is no integer: \"two\"",
            "Deployment.spec.replica is not known",
            "Deployment.spec has no selector");
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "overlays/production"})
  void everySelectorMatchesAPodTemplate(String kustomization) throws Exception {
    Manifests manifests = Manifests.of(kustomization);
    List<JsonNode> labels =
        manifests.podTemplates().map(template -> template.at("/metadata/labels")).toList();

    assertThat(selectors(manifests))
        .isNotEmpty()
        .allSatisfy(
            selector ->
                assertThat(labels).as(selector.toString()).anyMatch(pod -> matches(selector, pod)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "overlays/production"})
  void everyContainerIsBoundedAndRestricted(String kustomization) throws Exception {
    Manifests manifests = Manifests.of(kustomization);

    assertThat(manifests.podTemplates())
        .isNotEmpty()
        .allSatisfy(template -> restricted(template.path("spec")));
    assertThat(manifests.podTemplates().flatMap(ManifestsTest::containers))
        .allSatisfy(
            container -> {
              assertThat(container.path("image").asText())
                  .matches(".+(:(?!latest$)[\\w.-]+|@sha256:[0-9a-f]{64})");
              assertThat(container.at("/resources/limits").has("memory")).isTrue();
              assertThat(container.at("/resources/limits").has("cpu")).isTrue();
              assertThat(container.at("/resources/requests").has("memory")).isTrue();
              JsonNode security = container.path("securityContext");
              assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
              assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
              assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
              assertThat(security.path("privileged").asBoolean()).isFalse();
            });
  }

  @Test
  void onlyImportServiceMayTalkToKubernetes() throws Exception {
    Manifests manifests = Manifests.of("base");

    assertThat(manifests.ofKind("RoleBinding"))
        .singleElement()
        .satisfies(
            binding ->
                assertThat(binding.at("/subjects/0/name").asText()).isEqualTo("import-service"));
    assertThat(
            manifests
                .podTemplates()
                .map(template -> template.path("spec"))
                .filter(spec -> spec.path("automountServiceAccountToken").asBoolean(true))
                .map(spec -> spec.path("serviceAccountName").asText()))
        .containsExactly("import-service");
    assertThat(manifests.ofKind("ServiceAccount").map(Manifests::name))
        .containsExactlyInAnyOrder(
            "import-service", "sheet-service", "order-service", "import-job");
  }

  @Test
  void theMorningBatchStartsOnceAtHalfPastSevenInSeoul() throws Exception {
    JsonNode spec = Manifests.of("base").one("CronJob", "morning-batch").path("spec");

    assertThat(spec.path("schedule").asText()).isEqualTo("30 7 * * *");
    assertThat(spec.path("timeZone").asText()).isEqualTo("Asia/Seoul");
    assertThat(spec.path("concurrencyPolicy").asText()).isEqualTo("Forbid");
    assertThat(spec.path("startingDeadlineSeconds").asInt()).isPositive();
    assertThat(spec.at("/jobTemplate/spec/backoffLimit").asInt(-1)).isZero();
  }

  @Test
  void everyServiceHasItsOwnBudgetAutoscalerAndMigration() throws Exception {
    Manifests manifests = Manifests.of("base");

    for (String service : List.of("import-service", "sheet-service", "order-service")) {
      JsonNode deployment = manifests.one("Deployment", service);
      String image = deployment.at("/spec/template/spec/containers/0/image").asText();
      assertThat(image).startsWith("daybreak/" + service);
      assertThat(deployment.at("/spec/template/spec/initContainers/0/image").asText())
          .isEqualTo(image);
      assertThat(
              manifests
                  .one("Job", service + "-migrate")
                  .at("/spec/template/spec/containers/0/image")
                  .asText())
          .isEqualTo(image);
      assertThat(
              manifests
                  .one("HorizontalPodAutoscaler", service)
                  .at("/spec/scaleTargetRef/name")
                  .asText())
          .isEqualTo(service);
      assertThat(
              manifests
                  .one("PodDisruptionBudget", service)
                  .at("/spec/selector/matchLabels")
                  .path(NAME)
                  .asText())
          .isEqualTo(service);
    }
  }

  private static void restricted(JsonNode pod) {
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
    assertThat(pod.path("hostNetwork").asBoolean()).isFalse();
    assertThat(pod.path("hostPID").asBoolean()).isFalse();
    assertThat(pod.path("serviceAccountName").asText()).isNotEmpty();
  }

  private static Stream<JsonNode> containers(JsonNode template) {
    JsonNode spec = template.path("spec");
    return Stream.concat(
        StreamSupport.stream(spec.path("containers").spliterator(), false),
        StreamSupport.stream(spec.path("initContainers").spliterator(), false));
  }

  /** Of Services, Deployments, disruption budgets and network policies. */
  private static List<JsonNode> selectors(Manifests manifests) {
    return manifests.objects().stream()
        .flatMap(
            object ->
                Stream.of(
                    object.path("kind").asText().equals("Service")
                        ? object.at("/spec/selector")
                        : object.at("/spec/selector/matchLabels"),
                    object.at("/spec/podSelector/matchLabels")))
        .filter(JsonNode::isObject)
        .toList();
  }

  private static boolean matches(JsonNode selector, JsonNode labels) {
    return StreamSupport.stream(((Iterable<String>) selector::fieldNames).spliterator(), false)
        .allMatch(key -> selector.path(key).equals(labels.path(key)));
  }
}
