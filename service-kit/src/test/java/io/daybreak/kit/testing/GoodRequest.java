package io.daybreak.kit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** An operation's good request, and the same with one part of it replaced. */
final class GoodRequest {

  static final String FORM = "application/x-www-form-urlencoded";

  static final String MULTIPART = "multipart/form-data";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String BOUNDARY = "the-boundary";

  private final ApiDocument document;
  private final ApiDocument.Operation operation;
  private final UnaryOperator<String> things;
  private final List<JsonNode> trees = new ArrayList<>();
  private final WireCall call;

  /**
   * @param things puts things of the caller into a path; parameters that stay are filled as the
   *     schema says
   * @param body the good body as JSON, or empty for one made from the schema
   * @param token the caller's, or empty
   */
  GoodRequest(
      ApiDocument document,
      ApiDocument.Operation operation,
      UnaryOperator<String> things,
      String body,
      String token) {
    this.document = document;
    this.operation = operation;
    this.things = things;
    Map<String, String> headers = new LinkedHashMap<>();
    if (!token.isEmpty()) {
      headers.put("Authorization", "Bearer " + token);
    }
    byte[] bytes = new byte[0];
    if (operation.bodies().containsKey(MULTIPART)) {
      headers.put("Content-Type", MULTIPART + "; boundary=" + BOUNDARY);
      bytes = multipart("orders.csv", body);
    } else if (operation.bodies().containsKey(FORM)) {
      headers.put("Content-Type", FORM);
      bytes = form("", "");
    } else if (!operation.bodies().isEmpty()) {
      JsonNode made = document.example(operation.bodies().values().iterator().next());
      trees.add(body.isEmpty() ? made : tree(body));
      trees.add(made);
      headers.put("Content-Type", "application/json");
      bytes = trees.get(0).toString().getBytes(UTF_8);
    }
    this.call = new WireCall(operation.method(), target("", ""), headers, bytes);
  }

  WireCall call() {
    return call;
  }

  /** JSON bodies: the one that is sent, and the one that the schema makes. */
  List<JsonNode> trees() {
    return trees;
  }

  /** The claims of the caller's token; a missing node without one. */
  JsonNode claims() {
    String bearer = call.headers().get("Authorization");
    return bearer == null
        ? MissingNode.getInstance()
        : tree(new String(Base64.getUrlDecoder().decode(bearer.split("[.]")[1]), UTF_8));
  }

  WireCall at(String target) {
    return new WireCall(call.method(), target, call.headers(), call.body());
  }

  WireCall with(String header, String value) {
    Map<String, String> headers = new LinkedHashMap<>(call.headers());
    headers.put(header, value);
    return new WireCall(call.method(), call.target(), headers, call.body());
  }

  WireCall with(byte[] body) {
    return new WireCall(call.method(), call.target(), call.headers(), body);
  }

  /** The path, one parameter of it as given and the others good. */
  String target(String name, String value) {
    String path = operation.path();
    if (!name.isEmpty()) {
      path = path.replace("{" + name + "}", value);
    }
    path = things.apply(path);
    for (ApiDocument.Parameter each : operation.in("path")) {
      String good = document.example(each.schema()).asText();
      path = path.replace("{" + each.name() + "}", HostileValues.encode(good));
    }
    return path;
  }

  /** A form, one field of it as given and the others good. */
  byte[] form(String name, String value) {
    JsonNode fields = document.example(operation.bodies().get(FORM));
    return fields.properties().stream()
        .map(
            field ->
                field.getKey()
                    + "="
                    + (field.getKey().equals(name) ? value : field.getValue().asText()))
        .collect(Collectors.joining("&"))
        .getBytes(UTF_8);
  }

  static byte[] multipart(String file, String content) {
    return """
        --%1$s\r
        Content-Disposition: form-data; name="file"; filename="%2$s"\r
        Content-Type: text/csv\r
        \r
        %3$s\r
        --%1$s--\r
        """
        .formatted(BOUNDARY, file, content)
        .getBytes(UTF_8);
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Not JSON: " + json, e);
    }
  }
}
