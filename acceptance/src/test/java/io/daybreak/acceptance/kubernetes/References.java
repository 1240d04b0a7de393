package io.daybreak.acceptance.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds names of objects that are not there. A pod that names one waits for ever, an ingress
 * answers 503, an autoscaler does nothing.
 */
final class References {

  private final Manifests manifests;
  private final List<String> faults = new ArrayList<>();

  private References(Manifests manifests) {
    this.manifests = manifests;
  }

  static List<String> faultsOf(Manifests manifests) {
    References references = new References(manifests);
    manifests.podTemplates().forEach(template -> references.checkPod(template.path("spec")));
    manifests.ofKind("HorizontalPodAutoscaler").forEach(references::checkAutoscaler);
    manifests.ofKind("Ingress").forEach(references::checkIngress);
    manifests.ofKind("HTTPRoute").forEach(references::checkRoute);
    return references.faults;
  }

  private void checkPod(JsonNode pod) {
    exists(pod.path("serviceAccountName"), "ServiceAccount");
    exists(pod.path("priorityClassName"), "PriorityClass");
    pod.findValues("configMapRef").forEach(ref -> exists(ref.path("name"), "ConfigMap"));
    // External Secrets makes a Secret of its own name.
    pod.findValues("secretRef")
        .forEach(ref -> exists(ref.path("name"), "Secret", "ExternalSecret"));
    pod.findValues("secretName").forEach(name -> exists(name, "Secret", "ExternalSecret"));
  }

  private void checkAutoscaler(JsonNode autoscaler) {
    JsonNode target = autoscaler.at("/spec/scaleTargetRef");
    exists(target.path("name"), target.path("kind").asText());
  }

  private void checkIngress(JsonNode ingress) {
    for (JsonNode backend : ingress.findValues("service")) {
      String service = backend.path("name").asText();
      String port = backend.at("/port/name").asText();
      if (manifests
          .ofKind("Service")
          .filter(found -> Manifests.name(found).equals(service))
          .flatMap(found -> found.at("/spec/ports").findValuesAsText("name").stream())
          .noneMatch(port::equals)) {
        faults.add("There is no Service " + service + " with a port " + port);
      }
    }
  }

  private void checkRoute(JsonNode route) {
    for (JsonNode backends : route.findValues("backendRefs")) {
      for (JsonNode backend : backends) {
        String service = backend.path("name").asText();
        int port = backend.path("port").asInt();
        if (manifests
            .ofKind("Service")
            .filter(found -> Manifests.name(found).equals(service))
            .flatMap(found -> found.at("/spec/ports").findValuesAsText("port").stream())
            .noneMatch(String.valueOf(port)::equals)) {
          faults.add("There is no Service " + service + " with a port " + port);
        }
      }
    }
  }

  private void exists(JsonNode name, String... kinds) {
    if (!name.isMissingNode()
        && Stream.of(kinds)
            .flatMap(manifests::ofKind)
            .noneMatch(found -> Manifests.name(found).equals(name.asText()))) {
      faults.add("There is no " + kinds[0] + " " + name.asText());
    }
  }
}
