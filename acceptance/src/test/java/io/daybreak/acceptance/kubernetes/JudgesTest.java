package io.daybreak.acceptance.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each judge of manifests takes a good one, and refuses it once a single thing in it is bad. */
class JudgesTest {

  private static final Path GOOD = Path.of("src/test/resources/kubernetes/good.yaml");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void whatIsGoodIsTaken() throws IOException {
    assertThat(faultsOf(Manifests.read(GOOD))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Deployment | /spec/replica | 2 | Deployment.spec.replica is not known
          Deployment | /spec/template/spec/containers/0/port | [] | Deployment.spec.template.spec.containers[0].port is not known
          Deployment | /spec/replicas | "two" | Deployment.spec.replicas is no integer: "two"
          Deployment | /spec/template/spec/containers/0/args | "serve" | Deployment.spec.template.spec.containers[0].args is no array: "serve"
          Deployment | /metadata/labels | {"a": 1} | Deployment.metadata.labels.a is no string: 1
          Deployment | /spec/template/spec/containers/0/name |  | Deployment.spec.template.spec.containers[0] has no name
          Service | /kind | "Servlet" | There is no kind Servlet
          Service | /apiVersion | "v2" | There is no kind Service
          """)
  void theSchemaRefusesWhatAnApiServerWouldRefuse(
      String kind, String path, String value, String fault) throws IOException {
    assertThat(faultsOf(goodBut(kind, path, value))).contains(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Service | /spec/selector/app | "shop" | Service web selects no pod by {"matchLabels":{"app":"shop"}}
          Deployment | /spec/selector/matchLabels/app | "shop" | Deployment web selects no pod by {"matchLabels":{"app":"shop"}}
          Deployment | /spec/template/spec/topologySpreadConstraints/0/labelSelector/matchLabels/app | "shop" | Deployment web selects no pod by {"matchLabels":{"app":"shop"}}
          PodDisruptionBudget | /spec/selector/matchLabels/app | "shop" | PodDisruptionBudget web selects no pod by {"matchLabels":{"app":"shop"}}
          NetworkPolicy | /spec/podSelector | {"matchLabels":{"app":"shop"}} | NetworkPolicy web selects no pod by {"matchLabels":{"app":"shop"}}
          NetworkPolicy | /spec/podSelector/matchExpressions/0/values/1 | "shop" | NetworkPolicy web names no pod's app: "shop"
          NetworkPolicy | /spec/ingress/0/from/0/podSelector/matchLabels/app | "shop" | NetworkPolicy web selects no pod by {"matchLabels":{"app":"shop"}}
          """)
  void aSelectorThatSelectsNothingIsRefused(String kind, String path, String value, String fault)
      throws IOException {
    assertThat(faultsOf(goodBut(kind, path, value))).containsExactly(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          /containers/0/image | "registry.example:5000/web" | the container web has no fixed image: registry.example:5000/web
          /containers/0/image | "web:latest" | the container web has no fixed image: web:latest
          /containers/0/image | "web@sha256:12" | the container web has no fixed image: web@sha256:12
          /containers/0/resources/limits/memory | | the container web has no limit of memory
          /containers/0/resources/limits/cpu | | the container web has no limit of cpu
          /containers/0/resources/requests/memory | | the container web requests no memory
          /initContainers/0/resources/limits/memory | | the container before has no limit of memory
          /containers/0/ports/0/hostPort | 80 | the container web takes a port of the host
          /containers/0/securityContext/privileged | true | the container web is privileged
          /containers/0/securityContext/allowPrivilegeEscalation | | the container web may escalate rights
          /containers/0/securityContext/readOnlyRootFilesystem | false | the container web may write to its root
          /containers/0/securityContext/capabilities/drop/0 | "NET_RAW" | the container web keeps capabilities
          /containers/0/securityContext/capabilities/add | ["SYS_ADMIN"] | the container web adds capabilities
          /containers/0/securityContext/runAsUser | 0 | the container web runs as user 0
          /containers/0/securityContext/runAsNonRoot | false | the container web may run as root
          /containers/0/securityContext/seccompProfile | {"type": "Unconfined"} | the container web leaves seccomp
          /containers/0/securityContext/procMount | "Unmasked" | the container web opens /proc
          /initContainers/0/securityContext/privileged | true | the container before is privileged
          /securityContext/runAsNonRoot | | the pod may run as root
          /securityContext/runAsUser | 0 | the pod runs as user 0
          /securityContext/seccompProfile | | the pod has no seccomp profile
          /securityContext/sysctls | [] | the pod sets sysctls
          /hostNetwork | true | the pod uses hostNetwork
          /hostPID | true | the pod uses hostPID
          /hostIPC | true | the pod uses hostIPC
          /volumes/0/hostPath | {"path": "/"} | the volume tmp is a hostPath
          /serviceAccountName | | the pod has no account of its own
          """)
  void aPodAboveRestrictedOrWithoutBoundsIsRefused(String path, String value, String fault)
      throws IOException {
    assertThat(faultsOf(goodBut("Deployment", "/spec/template/spec" + path, value)))
        .containsExactly(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Deployment | /spec/template/spec/serviceAccountName | "shop" | There is no ServiceAccount shop
          Deployment | /spec/template/spec/priorityClassName | "shop" | There is no PriorityClass shop
          Deployment | /spec/template/spec/containers/0/envFrom/0/configMapRef/name | "shop" | There is no ConfigMap shop
          Deployment | /spec/template/spec/containers/0/envFrom/1/secretRef/name | "shop" | There is no Secret shop
          HorizontalPodAutoscaler | /spec/scaleTargetRef/name | "shop" | There is no Deployment shop
          Ingress | /spec/rules/0/http/paths/0/backend/service/port/name | "https" | There is no Service web with a port https
          """)
  void aNameOfNothingIsRefused(String kind, String path, String value, String fault)
      throws IOException {
    assertThat(References.faultsOf(goodBut(kind, path, value))).containsExactly(fault);
  }

  @ParameterizedTest
  @CsvSource({"web, 80, 0", "web, 81, 1", "shop, 80, 1"})
  void aRouteLeadsToAPortOfAService(String service, int port, int faults) throws IOException {
    List<JsonNode> objects = new ArrayList<>(Manifests.read(GOOD).objects());
    objects.add(
        JSON.readTree(
            """
            {"kind": "HTTPRoute", "spec": {"rules": [{"backendRefs": [{"name": "%s", "port": %d}]}]}}
            """
                .formatted(service, port)));

    assertThat(References.faultsOf(new Manifests(objects))).hasSize(faults);
  }

  private static List<String> faultsOf(Manifests manifests) {
    List<String> faults = new ArrayList<>();
    Schema schema = new Schema();
    manifests.objects().forEach(object -> faults.addAll(schema.faultsOf(object)));
    faults.addAll(Selectors.faultsOf(manifests));
    manifests.podTemplates().forEach(template -> faults.addAll(Restrictions.faultsOf(template)));
    faults.addAll(References.faultsOf(manifests));
    return faults;
  }

  /**
   * The good manifests with one change.
   *
   * @param value JSON, or null for what is to be left out
   */
  private static Manifests goodBut(String kind, String path, String value) throws IOException {
    Manifests manifests = Manifests.read(GOOD);
    JsonPointer pointer = JsonPointer.compile(path);
    JsonNode parent = manifests.ofKind(kind).findFirst().orElseThrow().at(pointer.head());
    String name = pointer.last().getMatchingProperty();
    if (value == null) {
      ((ObjectNode) parent).remove(name);
    } else if (parent instanceof ArrayNode array) {
      int index = pointer.last().getMatchingIndex();
      if (index == array.size()) {
        array.add(JSON.readTree(value));
      } else {
        array.set(index, JSON.readTree(value));
      }
    } else {
      ((ObjectNode) parent).set(name, JSON.readTree(value));
    }
    return manifests;
  }
}
