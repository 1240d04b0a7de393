package io.daybreak.acceptance.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What k8s/ renders to, judged by Kubernetes' schema and by what the schema cannot say. That the
 * judges refuse what is bad is {@link JudgesTest}'s matter.
 */
class ManifestsTest {

  /** Kinds of extensions, which Kubernetes' schema does not have. */
  private static final Set<String> EXTENSIONS =
      Set.of("ExternalSecret", "ScaledObject", "HTTPRoute");

  private static final String NAME = "app.kubernetes.io/name";

  private final Schema schema = new Schema();

  @ParameterizedTest
  @ValueSource(strings = {"base", "overlays/local", "overlays/production"})
  void everythingRenderedIsGood(String kustomization) throws Exception {
    assertGood(Manifests.of(kustomization));
  }

  @Test
  void theBaseWithKedaIsGoodAndHasOneAutoscalerForEachService() throws Exception {
    Manifests manifests = Manifests.ofBaseWith("keda");

    assertGood(manifests);
    assertThat(manifests.ofKind("ScaledObject").map(Manifests::name))
        .containsExactlyInAnyOrder("sheet-service", "order-service");
    assertThat(manifests.ofKind("HorizontalPodAutoscaler").map(Manifests::name))
        .doesNotContain("sheet-service", "order-service");
  }

  @ParameterizedTest
  @ValueSource(strings = {"overlays/local", "overlays/production"})
  void everyNameInAnOverlayIsThatOfSomething(String kustomization) throws Exception {
    assertThat(References.faultsOf(Manifests.of(kustomization))).isEmpty();
  }

  @Test
  void theJobOfALongRunIsGood() throws IOException {
    Path file = Path.of("..", "import-service/src/test/resources/io/daybreak/imports/job/job.json");
    JsonNode job = new ObjectMapper().readTree(file.toFile());

    assertThat(schema.faultsOf(job)).isEmpty();
    assertThat(Restrictions.faultsOf(job.at("/spec/template"))).isEmpty();
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
            "import-service", "sheet-service", "order-service", "import-job", "console");
  }

  /** What an eviction interrupted is started again: the batch is one a date, in the database. */
  @Test
  void theMorningBatchStartsOnceAtHalfPastSevenInSeoul() throws Exception {
    JsonNode spec = Manifests.of("base").one("CronJob", "morning-batch").path("spec");

    assertThat(spec.path("schedule").asText()).isEqualTo("30 7 * * *");
    assertThat(spec.path("timeZone").asText()).isEqualTo("Asia/Seoul");
    assertThat(spec.path("concurrencyPolicy").asText()).isEqualTo("Forbid");
    assertThat(spec.path("startingDeadlineSeconds").asInt()).isPositive();
    assertThat(spec.at("/jobTemplate/spec/backoffLimit").asInt()).isPositive();
    assertThat(spec.at("/jobTemplate/spec/podFailurePolicy/rules/0/action").asText())
        .isEqualTo("Ignore");
  }

  @ParameterizedTest
  @ValueSource(strings = {"import-service", "sheet-service", "order-service", "console"})
  void everyServiceHasItsOwnBudgetAndAutoscaler(String service) throws Exception {
    Manifests manifests = Manifests.of("base");

    JsonNode autoscaler = manifests.one("HorizontalPodAutoscaler", service);
    assertThat(autoscaler.at("/spec/scaleTargetRef/name").asText()).isEqualTo(service);
    JsonNode budget = manifests.one("PodDisruptionBudget", service);
    assertThat(budget.at("/spec/selector/matchLabels").path(NAME).asText()).isEqualTo(service);
  }

  @ParameterizedTest
  @ValueSource(strings = {"import-service", "sheet-service", "order-service"})
  void whatHasADatabaseMigratesItOnceByItsOwnImage(String service) throws Exception {
    Manifests manifests = Manifests.of("base");

    JsonNode pod = manifests.one("Deployment", service).at("/spec/template/spec");
    String image = pod.at("/containers/0/image").asText();
    assertThat(image).startsWith("daybreak/" + service);
    assertThat(pod.has("initContainers")).as("one process waits, and nothing crashes").isFalse();
    assertThat(pod.at("/containers/0/env").toString())
        .contains("\"QUARKUS_FLYWAY_MIGRATE_AT_START\",\"value\":\"false\"")
        .contains("\"DAYBREAK_SCHEMA_WAIT_FOR_MIGRATIONS\",\"value\":\"true\"");
    JsonNode migration = manifests.one("Job", service + "-migrate");
    assertThat(migration.at("/spec/template/spec/containers/0/image").asText()).isEqualTo(image);
    assertThat(migration.at("/spec/backoffLimit").asInt()).isPositive();
    assertThat(migration.path("spec").has("ttlSecondsAfterFinished"))
        .as("applying again makes no new Job")
        .isFalse();
  }

  @Test
  void aNewTagHasMigrationJobsOfItsOwn() throws Exception {
    assertThat(Manifests.of("overlays/production").ofKind("Job").map(Manifests::name))
        .containsExactlyInAnyOrder(
            "import-service-migrate.1.0.0",
            "sheet-service-migrate.1.0.0",
            "order-service-migrate.1.0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"overlays/local", "overlays/production"})
  void applyingDoesNotResetWhatTheAutoscalerDecided(String kustomization) throws Exception {
    Manifests manifests = Manifests.of(kustomization);

    assertThat(manifests.ofKind("HorizontalPodAutoscaler")).isNotEmpty();
    assertThat(manifests.ofKind("HorizontalPodAutoscaler"))
        .allSatisfy(
            autoscaler ->
                assertThat(
                        manifests
                            .one("Deployment", autoscaler.at("/spec/scaleTargetRef/name").asText())
                            .path("spec")
                            .has("replicas"))
                    .isFalse());
  }

  /** Health, metrics and descriptions are for the cluster itself. */
  @Test
  void onlyNamedPathsLeadInFromOutside() throws Exception {
    Manifests manifests = Manifests.of("overlays/production");

    assertThat(paths(manifests, "import-service"))
        .containsExactlyInAnyOrder("/slack/events", "/api");
    assertThat(paths(manifests, "order-service"))
        .containsExactlyInAnyOrder("/webhooks/shopify", "/reviews", "/unsubscribe", "/api");
    assertThat(manifests.one("HTTPRoute", "console").at("/spec/rules/0").toString())
        .contains("\"value\":\"/q\"", "RequestRedirect")
        .doesNotContain("backendRefs");
    assertThat(manifests.ofKind("HTTPRoute").map(Manifests::name)).doesNotContain("sheet-service");
  }

  @Test
  void aClusterWithoutGatewaysHasTheSameDoorsAsAnIngress() throws Exception {
    Manifests manifests = Manifests.with("overlays/production", "ingress");

    assertGood(manifests);
    assertThat(manifests.ofKind("HTTPRoute")).isEmpty();
    assertThat(manifests.one("Ingress", "daybreak").findValuesAsText("path"))
        .containsExactlyInAnyOrder(
            "/", "/slack/events", "/api", "/webhooks/shopify", "/reviews", "/unsubscribe", "/api");
  }

  private static List<String> paths(Manifests manifests, String route) {
    return manifests.one("HTTPRoute", route).findValues("path").stream()
        .map(path -> path.path("value").asText())
        .toList();
  }

  @Test
  void theConsoleHasNoDatabase() throws Exception {
    Manifests manifests = Manifests.of("base");

    assertThat(manifests.one("Deployment", "console").at("/spec/template/spec").toString())
        .doesNotContain("initContainers", "FLYWAY");
    assertThat(manifests.ofKind("Job").map(Manifests::name)).doesNotContain("console-migrate");
    assertThat(ports(manifests.one("NetworkPolicy", "console-out"))).containsExactly("http", "443");
  }

  private static List<String> ports(JsonNode policy) {
    return policy.at("/spec/egress").findValues("ports").stream()
        .flatMap(ports -> ports.findValuesAsText("port").stream())
        .toList();
  }

  private void assertGood(Manifests manifests) {
    assertThat(manifests.objects()).isNotEmpty();
    for (JsonNode object : manifests.objects()) {
      if (!EXTENSIONS.contains(object.path("kind").asText())) {
        assertThat(schema.faultsOf(object)).as(Manifests.name(object)).isEmpty();
      }
    }
    assertThat(Selectors.faultsOf(manifests)).isEmpty();
    assertThat(manifests.podTemplates())
        .isNotEmpty()
        .allSatisfy(
            template ->
                assertThat(Restrictions.faultsOf(template)).as(template.toString()).isEmpty());
  }
}
