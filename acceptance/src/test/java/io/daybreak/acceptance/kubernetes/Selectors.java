package io.daybreak.acceptance.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds selectors that select no pod. Kubernetes takes them, and then nothing ever happens: a
 * service has no endpoint, a network policy opens nothing.
 */
final class Selectors {

  private static final String POD_SELECTOR = "podSelector";

  private Selectors() {}

  static List<String> faultsOf(Manifests manifests) {
    List<JsonNode> labels = manifests.podTemplates().map(Selectors::labelsOf).toList();
    List<String> faults = new ArrayList<>();
    for (JsonNode object : manifests.objects()) {
      String name = object.path("kind").asText() + " " + Manifests.name(object);
      JsonNode own = object.at("/spec/template");
      List<JsonNode> candidates = own.path("spec").has("containers") ? own(own) : labels;
      selectorsOf(object).forEach(selector -> check(name, selector, candidates, faults));
    }
    return faults;
  }

  /** A Deployment must select its own pods, those of others do not count. */
  private static List<JsonNode> own(JsonNode template) {
    return List.of(labelsOf(template));
  }

  private static Stream<JsonNode> selectorsOf(JsonNode object) {
    JsonNode spec = object.path("spec");
    Stream<JsonNode> spread =
        each(object.at("/spec/template/spec/topologySpreadConstraints"))
            .map(constraint -> constraint.path("labelSelector"));
    return switch (object.path("kind").asText()) {
      case "Service" -> Stream.of(asLabels(spec.path("selector")));
      case "Deployment", "StatefulSet", "DaemonSet" ->
          Stream.concat(Stream.of(spec.path("selector")), spread);
      case "PodDisruptionBudget" -> Stream.of(spec.path("selector"));
      case "NetworkPolicy" -> Stream.concat(Stream.of(spec.path(POD_SELECTOR)), peersOf(spec));
      default -> Stream.of();
    };
  }

  /** Those of our own namespace; what other namespaces hold is not known here. */
  private static Stream<JsonNode> peersOf(JsonNode policy) {
    return Stream.concat(
            each(policy.path("ingress")).flatMap(rule -> each(rule.path("from"))),
            each(policy.path("egress")).flatMap(rule -> each(rule.path("to"))))
        .filter(peer -> peer.has(POD_SELECTOR) && !peer.has("namespaceSelector"))
        .map(peer -> peer.path(POD_SELECTOR));
  }

  private static void check(
      String name, JsonNode selector, List<JsonNode> candidates, List<String> faults) {
    if (candidates.stream().noneMatch(labels -> matches(selector, labels))) {
      faults.add(name + " selects no pod by " + selector);
    }
    for (JsonNode expression : selector.path("matchExpressions")) {
      String key = expression.path("key").asText();
      if (expression.path("operator").asText().equals("In")) {
        each(expression.path("values"))
            .filter(value -> candidates.stream().noneMatch(pod -> value.equals(pod.path(key))))
            .forEach(value -> faults.add(name + " names no pod's " + key + ": " + value));
      }
    }
  }

  private static boolean matches(JsonNode selector, JsonNode labels) {
    for (Iterator<Map.Entry<String, JsonNode>> i = selector.path("matchLabels").fields();
        i.hasNext(); ) {
      Map.Entry<String, JsonNode> wanted = i.next();
      if (!wanted.getValue().equals(labels.path(wanted.getKey()))) {
        return false;
      }
    }
    return each(selector.path("matchExpressions")).allMatch(wanted -> holds(wanted, labels));
  }

  private static boolean holds(JsonNode expression, JsonNode labels) {
    JsonNode value = labels.path(expression.path("key").asText());
    boolean listed = each(expression.path("values")).anyMatch(value::equals);
    return switch (expression.path("operator").asText()) {
      case "In" -> listed;
      case "NotIn" -> !listed;
      case "Exists" -> !value.isMissingNode();
      case "DoesNotExist" -> value.isMissingNode();
      default -> false;
    };
  }

  /** A Service's selector is a plain map. */
  private static JsonNode asLabels(JsonNode labels) {
    return Manifests.object().set("matchLabels", labels);
  }

  private static JsonNode labelsOf(JsonNode template) {
    return template.at("/metadata/labels");
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
