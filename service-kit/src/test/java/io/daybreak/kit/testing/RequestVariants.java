package io.daybreak.kit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An operation's good request, and its relatives with one thing wrong: a parameter, a header, a
 * value in the body, the body, a claim in the token, the method.
 *
 * @param base the good one
 * @param families the others, by what is wrong with them
 */
record RequestVariants(WireCall base, Map<String, List<Variant>> families) {

  /** A request, made when it is sent, and what is wrong with it. */
  record Variant(String what, Supplier<WireCall> call) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String MARK = "@@HERE@@";

  private static final String JSON_TYPE = "application/json";

  private static final String FORM = "application/x-www-form-urlencoded";

  private static final String MULTIPART = "multipart/form-data";

  private static final String BOUNDARY = "the-boundary";

  /** What a request may have whether or not the operation asks for it. */
  private static final List<String> HEADERS =
      List.of(
          "Idempotency-Key",
          "Accept-Language",
          "If-Match",
          "If-None-Match",
          "Accept",
          "Content-Type",
          "Content-Encoding",
          "Authorization",
          "Daybreak-Organisation",
          "X-Forwarded-For",
          "X-Forwarded-Proto",
          "Forwarded",
          "Origin",
          "Cookie",
          "traceparent",
          "tracestate",
          "Last-Event-ID",
          "X-HTTP-Method-Override",
          "Range",
          "Expect");

  private static final List<String> METHODS =
      List.of("GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "PURGE");

  private static final List<String> CLAIMS =
      List.of(
          "sub",
          "upn",
          "name",
          "preferred_username",
          "email",
          "groups",
          "organisation",
          "organisations",
          "iss",
          "aud",
          "iat",
          "exp",
          "nbf",
          "jti",
          "azp",
          "typ");

  private static final Set<String> LISTS = Set.of("groups", "organisations", "aud");

  private static final List<String> TYPES =
      List.of("text/xml", "text/plain", FORM, MULTIPART, "application/json; charset=x", "/", "*/*");

  /**
   * All variants of an operation.
   *
   * @param path with the things of the caller in it; parameters that stay are filled as the schema
   *     says
   * @param body the good body as JSON, or empty for one made from the schema
   * @param token the caller's, or empty
   */
  static RequestVariants of(
      ApiDocument document,
      ApiDocument.Operation operation,
      UnaryOperator<String> path,
      String body,
      String token) {
    Builder builder = new Builder(document, operation, path, body, token);
    builder.parameters();
    builder.headers();
    builder.bodies();
    builder.claims();
    builder.methods();
    return new RequestVariants(builder.base, builder.families);
  }

  /** Some of them, from each family as many, by a seed always the same. */
  List<Variant> some(int most, Random random) {
    List<List<Variant>> shuffled = new ArrayList<>();
    families.values().forEach(family -> shuffled.add(new ArrayList<>(family)));
    shuffled.forEach(family -> Collections.shuffle(family, random));
    List<Variant> some = new ArrayList<>();
    for (int i = 0; some.size() < most && !shuffled.isEmpty(); i++) {
      int round = i;
      shuffled.removeIf(family -> family.size() <= round);
      shuffled.forEach(family -> some.add(family.get(round)));
    }
    return some;
  }

  private static final class Builder {

    private final Map<String, List<Variant>> families = new LinkedHashMap<>();
    private final ApiDocument.Operation operation;
    private final UnaryOperator<String> things;
    private final ApiDocument document;
    private final WireCall base;
    private final List<JsonNode> trees = new ArrayList<>();

    Builder(
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
        headers.put("Content-Type", JSON_TYPE);
        bytes = trees.get(0).toString().getBytes(UTF_8);
      }
      this.base = new WireCall(operation.method(), target("", ""), headers, bytes);
    }

    private void parameters() {
      for (ApiDocument.Parameter parameter : operation.parameters()) {
        for (String value : HostileValues.inAddress()) {
          switch (parameter.in()) {
            case "path" ->
                add("path", parameter.name(), value, () -> at(target(parameter.name(), value)));
            case "query" -> {
              String joint = base.target().contains("?") ? "&" : "?";
              String given = joint + parameter.name() + "=" + value;
              add("query", parameter.name(), value, () -> at(base.target() + given));
              add(
                  "twice",
                  parameter.name(),
                  value,
                  () -> at(base.target() + given + "&" + given.substring(1)));
            }
            default -> {}
          }
        }
      }
      String joint = base.target().contains("?") ? "&" : "?";
      for (String value : HostileValues.inAddress()) {
        add("unknown", "a parameter", value, () -> at(base.target() + joint + value + "=" + value));
      }
    }

    private void headers() {
      List<String> names = new ArrayList<>(HEADERS);
      operation.in("header").forEach(header -> names.add(header.name()));
      for (String name : names) {
        for (String value : HostileValues.inHeader()) {
          add("header", name, value, () -> with(name, value));
          if (name.equals("Authorization")) {
            add("header", name, "Bearer " + value, () -> with(name, "Bearer " + value));
          }
        }
      }
      TYPES.forEach(type -> add("type", "Content-Type", type, () -> with("Content-Type", type)));
      TYPES.forEach(type -> add("type", "Accept", type, () -> with("Accept", type)));
    }

    private void bodies() {
      for (byte[] whole : HostileValues.documents()) {
        add("document", "body", new String(whole, UTF_8), () -> with(whole));
      }
      for (JsonNode tree : trees) {
        marked(tree, tree);
      }
      if (operation.bodies().containsKey(FORM)) {
        JsonNode fields = document.example(operation.bodies().get(FORM));
        fields
            .fieldNames()
            .forEachRemaining(
                field ->
                    HostileValues.inAddress()
                        .forEach(
                            value -> add("form", field, value, () -> with(form(field, value)))));
      }
      if (operation.bodies().containsKey(MULTIPART)) {
        for (String value : HostileValues.texts()) {
          add("multipart", "file name", value, () -> with(multipart(value, "x")));
          add("multipart", "content", value, () -> with(multipart("orders.csv", value)));
        }
      }
    }

    /** Puts every literal in the place of every value of a body, and strange fields beside it. */
    private void marked(JsonNode whole, JsonNode node) {
      if (node instanceof ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
          JsonNode value = object.get(name);
          object.put(name, MARK);
          String text = whole.toString();
          object.set(name, value);
          replaced(text, name, value.toString());
          marked(whole, value);
        }
      } else if (node instanceof ArrayNode array) {
        for (int i = 0; i < array.size(); i++) {
          JsonNode value = array.get(i);
          array.set(i, JSON.getNodeFactory().textNode(MARK));
          String text = whole.toString();
          array.set(i, value);
          replaced(text, "[" + i + "]", value.toString());
          marked(whole, value);
        }
      }
    }

    private void replaced(String text, String name, String value) {
      String mark = "\"" + MARK + "\"";
      Stream.concat(
              HostileValues.literals().stream(),
              name.startsWith("[")
                  ? Stream.of(value + "," + value, value + ",")
                  : Stream.of(
                      value + ",\"" + name + "\":" + value,
                      value + ",\"nobodyKnowsThis\":1",
                      value + ",\"\":1",
                      value + ",\"\\u0000\":1",
                      value + ","))
          .forEach(
              literal ->
                  add(
                      "value",
                      name,
                      literal,
                      () -> with(text.replace(mark, literal).getBytes(UTF_8))));
    }

    private void claims() {
      if (!base.headers().containsKey("Authorization")) {
        return;
      }
      JsonNode own = claimsOf(base.headers().get("Authorization"));
      String role = own.path("groups").toString();
      long now = System.currentTimeMillis() / 1000;
      Map<String, String> claims = new LinkedHashMap<>();
      claims.put("iss", "\"daybreak\"");
      claims.put("aud", "\"daybreak\"");
      claims.put("sub", own.path("sub").toString());
      claims.put("groups", role);
      claims.put("iat", String.valueOf(now));
      claims.put("exp", String.valueOf(now + 3600));
      for (String name :
          List.of(
              "sub",
              "upn",
              "name",
              "preferred_username",
              "groups",
              "iss",
              "aud",
              "iat",
              "exp",
              "nbf",
              "jti",
              "azp",
              "typ",
              "organisation",
              "organisations",
              "email")) {
        for (String literal : HostileValues.literals()) {
          add("claim", name, literal, () -> withClaims(claims, name, literal));
          if (LISTS.contains(name)) {
            String list = "[" + literal + "," + role.substring(1);
            add("claim", name, list, () -> withClaims(claims, name, list));
          }
        }
      }
    }

    /** What the path does not offer; the rest are operations of their own. */
    private void methods() {
      Set<String> taken =
          document.operations().stream()
              .filter(other -> other.path().equals(operation.path()))
              .map(ApiDocument.Operation::method)
              .collect(Collectors.toSet());
      for (String method : METHODS) {
        if (!taken.contains(method)) {
          add(
              "method",
              method,
              "",
              () -> new WireCall(method, base.target(), base.headers(), new byte[0]));
        }
      }
    }

    private void add(String family, String where, String value, Supplier<WireCall> call) {
      String told = value.length() > 60 ? value.substring(0, 60) + "… " + value.length() : value;
      families
          .computeIfAbsent(family, key -> new ArrayList<>())
          .add(new Variant(family + " " + where + " " + HostileValues.quoted(told), call));
    }

    private WireCall at(String target) {
      return new WireCall(base.method(), target, base.headers(), base.body());
    }

    private WireCall with(String header, String value) {
      Map<String, String> headers = new LinkedHashMap<>(base.headers());
      headers.put(header, value);
      return new WireCall(base.method(), base.target(), headers, base.body());
    }

    private WireCall with(byte[] body) {
      return new WireCall(base.method(), base.target(), base.headers(), body);
    }

    private WireCall withClaims(Map<String, String> claims, String name, String literal) {
      Map<String, String> changed = new LinkedHashMap<>(claims);
      changed.put(name, literal);
      String json =
          changed.entrySet().stream()
              .map(claim -> "\"" + claim.getKey() + "\":" + claim.getValue())
              .collect(Collectors.joining(",", "{", "}"));
      return with("Authorization", "Bearer " + Tokens.ofJson(json));
    }

    /** The path, one parameter of it as given and the others good. */
    private String target(String name, String value) {
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

    private byte[] form(String name, String value) {
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

    private static byte[] multipart(String file, String content) {
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

    private static JsonNode claimsOf(String bearer) {
      return tree(new String(Base64.getUrlDecoder().decode(bearer.split("[.]")[1]), UTF_8));
    }

    private static JsonNode tree(String json) {
      try {
        return JSON.readTree(json);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("Not JSON: " + json, e);
      }
    }
  }
}
