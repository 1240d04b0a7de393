package io.daybreak.acceptance.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds pods that may do more than the profile "restricted" of the <a
 * href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Pod Security
 * Standards</a> allows, and what we ask for beside it: images that do not change under their name,
 * limits, a root file system that nobody writes to, an account of their own.
 */
final class Restrictions {

  private static final Pattern FIXED_IMAGE =
      Pattern.compile("[^@]+:(?!latest$)[\\w.-]+|[^@]+@sha256:[0-9a-f]{64}");
  private static final Set<String> VOLUMES =
      Set.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "persistentVolumeClaim",
          "projected",
          "secret");
  private static final Set<String> SECCOMP = Set.of("RuntimeDefault", "Localhost");
  private static final String SECURITY = "securityContext";

  private final List<String> faults = new ArrayList<>();

  private Restrictions() {}

  static List<String> faultsOf(JsonNode podTemplate) {
    Restrictions restrictions = new Restrictions();
    JsonNode pod = podTemplate.path("spec");
    restrictions.checkPod(pod);
    containers(pod).forEach(restrictions::checkContainer);
    return restrictions.faults;
  }

  private void checkPod(JsonNode pod) {
    for (String namespace : List.of("hostNetwork", "hostPID", "hostIPC")) {
      demand(!pod.path(namespace).asBoolean(), "the pod uses " + namespace);
    }
    for (JsonNode volume : pod.path("volumes")) {
      volume
          .fieldNames()
          .forEachRemaining(
              field ->
                  demand(
                      field.equals("name") || VOLUMES.contains(field),
                      "the volume " + volume.path("name").asText() + " is a " + field));
    }
    JsonNode security = pod.path(SECURITY);
    demand(security.path("runAsNonRoot").asBoolean(), "the pod may run as root");
    demand(security.path("runAsUser").asInt(1) != 0, "the pod runs as user 0");
    demand(
        SECCOMP.contains(security.at("/seccompProfile/type").asText()),
        "the pod has no seccomp profile");
    demand(!security.has("sysctls"), "the pod sets sysctls");
    demand(pod.has("serviceAccountName"), "the pod has no account of its own");
  }

  private void checkContainer(JsonNode container) {
    String name = "the container " + container.path("name").asText();
    String image = container.path("image").asText();
    demand(FIXED_IMAGE.matcher(image).matches(), name + " has no fixed image: " + image);
    for (String resource : List.of("cpu", "memory")) {
      demand(
          container.at("/resources/limits").has(resource), name + " has no limit of " + resource);
      demand(container.at("/resources/requests").has(resource), name + " requests no " + resource);
    }
    for (JsonNode port : container.path("ports")) {
      demand(port.path("hostPort").asInt() == 0, name + " takes a port of the host");
    }
    checkSecurity(name, container.path(SECURITY));
  }

  private void checkSecurity(String name, JsonNode security) {
    demand(!security.path("privileged").asBoolean(), name + " is privileged");
    demand(
        !security.path("allowPrivilegeEscalation").asBoolean(true), name + " may escalate rights");
    demand(security.path("readOnlyRootFilesystem").asBoolean(), name + " may write to its root");
    demand(security.path("runAsNonRoot").asBoolean(true), name + " may run as root");
    demand(security.path("runAsUser").asInt(1) != 0, name + " runs as user 0");
    demand(
        texts(security.at("/capabilities/drop")).anyMatch("ALL"::equals),
        name + " keeps capabilities");
    demand(
        texts(security.at("/capabilities/add")).allMatch("NET_BIND_SERVICE"::equals),
        name + " adds capabilities");
    demand(
        SECCOMP.contains(security.at("/seccompProfile/type").asText("RuntimeDefault")),
        name + " leaves seccomp");
    demand(security.path("procMount").asText("Default").equals("Default"), name + " opens /proc");
  }

  private void demand(boolean held, String otherwise) {
    if (!held) {
      faults.add(otherwise);
    }
  }

  private static Stream<JsonNode> containers(JsonNode pod) {
    return Stream.of("containers", "initContainers")
        .flatMap(kind -> StreamSupport.stream(pod.path(kind).spliterator(), false));
  }

  private static Stream<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
  }
}
