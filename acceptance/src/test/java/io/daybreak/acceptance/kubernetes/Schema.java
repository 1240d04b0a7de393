package io.daybreak.acceptance.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Kubernetes' own schema of its objects, as its API server publishes it (Apache License 2.0). Says
 * what an API server would say: unknown field, wrong type, missing field.
 */
final class Schema {

  private final JsonNode definitions;

  Schema() {
    try (InputStream file =
        Schema.class.getResourceAsStream("/kubernetes/openapi-1.32-trimmed.json")) {
      definitions = new ObjectMapper().readTree(file).path("definitions");
    } catch (IOException e) {
      throw new IllegalStateException("The schema cannot be read", e);
    }
  }

  /** Whether the kind is Kubernetes' own, not one that an extension brings. */
  boolean knows(JsonNode object) {
    return definition(object).isPresent();
  }

  /** What is wrong with an object; empty if nothing is. */
  List<String> faultsOf(JsonNode object) {
    List<String> faults = new ArrayList<>();
    definition(object)
        .ifPresentOrElse(
            definition -> check(definition, object, object.path("kind").asText(), faults),
            () -> faults.add("There is no kind " + object.path("kind").asText()));
    return faults;
  }

  private Optional<JsonNode> definition(JsonNode object) {
    String apiVersion = object.path("apiVersion").asText();
    for (JsonNode definition : definitions) {
      for (JsonNode kind : definition.path("x-kubernetes-group-version-kind")) {
        String group = kind.path("group").asText();
        String version = kind.path("version").asText();
        if (kind.path("kind").equals(object.path("kind"))
            && apiVersion.equals(group.isEmpty() ? version : group + "/" + version)) {
          return Optional.of(definition);
        }
      }
    }
    return Optional.empty();
  }

  private void check(JsonNode schema, JsonNode value, String path, List<String> faults) {
    if (schema.has("$ref")) {
      String name = schema.path("$ref").asText();
      check(definitions.path(name.substring(name.lastIndexOf('/') + 1)), value, path, faults);
    } else if (!isOfType(schema, value)) {
      faults.add(path + " is no " + schema.path("type").asText() + ": " + value);
    } else if (value.isObject() && schema.has("properties")) {
      checkFields(schema, value, path, faults);
    } else if (value.isObject()) {
      value
          .fields()
          .forEachRemaining(
              field ->
                  check(
                      schema.path("additionalProperties"),
                      field.getValue(),
                      path + "." + field.getKey(),
                      faults));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        check(schema.path("items"), value.get(i), path + "[" + i + "]", faults);
      }
    }
  }

  private void checkFields(JsonNode schema, JsonNode value, String path, List<String> faults) {
    for (JsonNode required : schema.path("required")) {
      if (!value.has(required.asText())) {
        faults.add(path + " has no " + required.asText());
      }
    }
    for (Iterator<Map.Entry<String, JsonNode>> i = value.fields(); i.hasNext(); ) {
      Map.Entry<String, JsonNode> field = i.next();
      JsonNode known = schema.path("properties").path(field.getKey());
      String at = path + "." + field.getKey();
      if (known.isMissingNode()) {
        faults.add(at + " is not known");
      } else {
        check(known, field.getValue(), at, faults);
      }
    }
  }

  private static boolean isOfType(JsonNode schema, JsonNode value) {
    if (schema.path("format").asText().equals("int-or-string")) {
      return value.isTextual() || value.isIntegralNumber();
    }
    return switch (schema.path("type").asText()) {
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      default -> true;
    };
  }
}
