package io.daybreak.kit.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the service under test says that it offers: the operations of its OpenAPI document. Tests
 * that go by it cannot forget an endpoint.
 */
public final class ApiDocument {

  private static final Set<String> METHODS =
      Set.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS");

  /** Deeper than any body of the product; a schema may contain itself. */
  private static final int DEEPEST = 8;

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final JsonNode document;

  private ApiDocument(JsonNode document) {
    this.document = document;
  }

  /**
   * A parameter.
   *
   * @param in path, query, header or cookie
   */
  public record Parameter(String name, String in, JsonNode schema) {}

  /**
   * An operation.
   *
   * @param path with its parameters in braces
   * @param bodies the schemas of its body by media type
   * @param answers the media types of all its documented answers
   */
  public record Operation(
      String method,
      String path,
      List<Parameter> parameters,
      Map<String, JsonNode> bodies,
      Set<String> answers) {

    /** As in {@code GET /api/shops/{shop}}. */
    public String name() {
      return method + " " + path;
    }

    /** The parameters at one place. */
    public List<Parameter> in(String place) {
      return parameters.stream().filter(parameter -> parameter.in().equals(place)).toList();
    }
  }

  /** Asks the service that runs for this test. */
  public static ApiDocument ofService() {
    String text = given().accept("application/json").get("/q/openapi?format=json").asString();
    try {
      return new ApiDocument(new ObjectMapper().readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The OpenAPI document is not JSON", e);
    }
  }

  /** Every operation, in the document's order. */
  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        entry -> {
                          String method = entry.getKey().toUpperCase(Locale.ROOT);
                          if (METHODS.contains(method)) {
                            operations.add(operation(method, path.getKey(), path.getValue()));
                          }
                        }));
    return operations;
  }

  /** A value that is as the schema says; every property is there. */
  public JsonNode example(JsonNode schema) {
    return example(schema, 0);
  }

  private Operation operation(String method, String path, JsonNode item) {
    JsonNode operation = item.path(method.toLowerCase(Locale.ROOT));
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode list : List.of(item.path("parameters"), operation.path("parameters"))) {
      for (JsonNode each : list) {
        JsonNode parameter = resolved(each);
        parameters.add(
            new Parameter(
                parameter.path("name").asText(),
                parameter.path("in").asText(),
                parameter.path("schema")));
      }
    }
    Map<String, JsonNode> bodies = new LinkedHashMap<>();
    resolved(operation.path("requestBody"))
        .path("content")
        .properties()
        .forEach(content -> bodies.put(content.getKey(), content.getValue().path("schema")));
    Set<String> answers = new TreeSet<>();
    for (JsonNode response : operation.path("responses")) {
      resolved(response).path("content").fieldNames().forEachRemaining(answers::add);
    }
    return new Operation(method, path, parameters, bodies, answers);
  }

  private JsonNode example(JsonNode given, int depth) {
    JsonNode schema = resolved(given);
    for (String choice : List.of("allOf", "anyOf", "oneOf")) {
      for (JsonNode one : schema.path(choice)) {
        if (!one.path("type").asText().equals("null")) {
          return example(one, depth);
        }
      }
    }
    if (schema.path("enum").size() > 0) {
      return schema.path("enum").get(0);
    }
    return switch (depth > DEEPEST ? "too deep" : type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "integer", "number" -> JSON.numberNode(schema.path("minimum").asInt(1));
      case "boolean" -> JSON.booleanNode(true);
      case "string" -> JSON.textNode(text(schema));
      default -> JSON.nullNode();
    };
  }

  private JsonNode object(JsonNode schema, int depth) {
    ObjectNode object = JSON.objectNode();
    schema
        .path("properties")
        .properties()
        .forEach(each -> object.set(each.getKey(), example(each.getValue(), depth + 1)));
    if (schema.path("additionalProperties").isObject()) {
      object.set("key", example(schema.path("additionalProperties"), depth + 1));
    }
    return object;
  }

  private JsonNode array(JsonNode schema, int depth) {
    ArrayNode array = JSON.arrayNode();
    return array.add(example(schema.path("items"), depth + 1));
  }

  /** The first of several types; a nullable one is first what it is when it is there. */
  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (!one.asText().equals("null")) {
          return one.asText();
        }
      }
    }
    return type.asText(schema.has("properties") ? "object" : "string");
  }

  private static String text(JsonNode schema) {
    return switch (schema.path("format").asText()) {
      case "uuid" -> "f81d4fae-7dec-41d0-a765-00a0c91e6bf6";
      case "date" -> "2026-11-01";
      case "date-time" -> "2026-11-01T09:00:00Z";
      case "uri" -> "https://example.com/";
      case "email" -> "a@example.com";
      default -> "x".repeat(Math.max(1, schema.path("minLength").asInt(1)));
    };
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.path("$ref").asText().substring(1)) : node;
  }
}
