package io.daybreak.acceptance.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.start.Stack;
import io.daybreak.stack.start.StackOptions;
import io.daybreak.stack.start.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What {@code ./daybreak up} tells the services, clusters tell them as well: no address stays at a
 * default that is good on one machine only.
 */
@ResourceLock("PostgreSQL unpacked into a folder that is deleted, known to the whole JVM")
class OverlaySettingsTest {

  /** What differs in every cluster: the component sets it, a file is mounted, or JSON is wanted. */
  private static final Set<String> NOT_IN_CLUSTERS =
      Set.of(
          "CONFIG_ORDINAL",
          "QUARKUS_HTTP_HOST",
          "DAYBREAK_QUEUES_LONG_POLL",
          "QUARKUS_LOG_CONSOLE_JSON_ENABLED");

  /** The local stack's mail server has a certificate of its own; a cluster trusts it unseen. */
  private static final String OWN_CERTIFICATE =
      "QUARKUS_MAILER_TLS.*|QUARKUS_TLS_MAIL_TRUST_STORE_PEM_CERTS";

  /** AWS says itself where it is and who asks; Google, Shopify, TLS and proofs are the default. */
  private static final String AT_HOME =
      ".*_ENDPOINT(_OVERRIDE)?|.*_AWS_CREDENTIALS_.*|DAYBREAK_CSV_GLUE_.*"
          + "|DAYBREAK_GOOGLE_BASE_URL|DAYBREAK_SHOPIFY_BASE_URL|DAYBREAK_CONSOLE_SECURE_COOKIES"
          + "|DAYBREAK_SPREADSHEETS_PROOF";

  /** What docs/operations.md asks for in external secrets. */
  private static final String SECRET =
      "QUARKUS_DATASOURCE_(USERNAME|PASSWORD)|DAYBREAK_SECRETS_.*"
          + "|DAYBREAK_SLACK_(BOT_TOKEN|SIGNING_SECRET)"
          + "|QUARKUS_OIDC_CREDENTIALS_SECRET|DAYBREAK_CONSOLE_SESSION_SECRET";

  @TempDir private static Path root;
  private static Stack stack;

  @BeforeAll
  static void start() throws Exception {
    stack = Stack.start(new Workspace(root), StackOptions.of(Set.of()));
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @ParameterizedTest
  @EnumSource
  void theLocalOverlayTellsEveryServiceAllOfIt(ServiceName service) throws Exception {
    Set<String> expected = settingsOf(service);
    expected.removeIf(name -> name.matches(OWN_CERTIFICATE));

    assertThat(environment("overlays/local", service)).containsAll(expected);
  }

  @ParameterizedTest
  @EnumSource
  void theProductionOverlayTellsEveryServiceWhatIsNeitherSecretNorTheDefault(ServiceName service)
      throws Exception {
    Set<String> expected = settingsOf(service);
    expected.removeIf(name -> name.matches(OWN_CERTIFICATE + "|" + AT_HOME + "|" + SECRET));

    assertThat(environment("overlays/production", service)).containsAll(expected);
  }

  @Test
  void everyPortThatTheLocalOverlayNamesIsOneOfTheLocalStack() throws Exception {
    Manifests local = Manifests.of("overlays/local");
    Set<Integer> ports = new HashSet<>();
    local
        .one("Service", "local-stack")
        .at("/spec/ports")
        .forEach(port -> ports.add(port.path("port").asInt()));

    Set<Integer> named = new TreeSet<>();
    for (JsonNode map : local.ofKind("ConfigMap").toList()) {
      Pattern.compile("local-stack:(\\d+)")
          .matcher(map.path("data").toString())
          .results()
          .forEach(found -> named.add(Integer.valueOf(found.group(1))));
    }

    assertThat(named).hasSizeGreaterThan(5).isSubsetOf(ports);
  }

  /** As environment variables. */
  private static Set<String> settingsOf(ServiceName service) throws IOException {
    Properties file = new Properties();
    try (BufferedReader reader = Files.newBufferedReader(stack.folder().settingsOf(service))) {
      file.load(reader);
    }
    return file.stringPropertyNames().stream()
        .map(name -> name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT))
        .filter(name -> !NOT_IN_CLUSTERS.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> environment(String overlay, ServiceName service) throws Exception {
    Manifests manifests = Manifests.of(overlay);
    Set<String> names = new TreeSet<>();
    for (String kind : Set.of("ConfigMap", "Secret")) {
      manifests
          .ofKind(kind)
          .filter(object -> Manifests.name(object).equals(service.module()))
          .forEach(object -> object.path("data").fieldNames().forEachRemaining(names::add));
    }
    return names;
  }
}
