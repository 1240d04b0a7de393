package io.daybreak.kit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.kit.testing.RequestVariants.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the relatives of a good request, each with one thing wrong. */
final class RequestMutations {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String MARK = "@@HERE@@";

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
      List.of(
          "text/xml",
          "text/plain",
          GoodRequest.FORM,
          GoodRequest.MULTIPART,
          "application/json; charset=x",
          "/",
          "*/*");

  private final Map<String, List<Variant>> families = new LinkedHashMap<>();
  private final ApiDocument document;
  private final ApiDocument.Operation operation;
  private final GoodRequest good;

  private RequestMutations(
      ApiDocument document, ApiDocument.Operation operation, GoodRequest good) {
    this.document = document;
    this.operation = operation;
    this.good = good;
  }

  /** All of them, by what is wrong. */
  static Map<String, List<Variant>> of(
      ApiDocument document, ApiDocument.Operation operation, GoodRequest good) {
    RequestMutations all = new RequestMutations(document, operation, good);
    all.parameters();
    all.headers();
    all.bodies();
    all.claims();
    all.methods();
    return all.families;
  }

  private void parameters() {
    for (ApiDocument.Parameter parameter : operation.parameters()) {
      for (String value : HostileValues.inAddress()) {
        switch (parameter.in()) {
          case "path" ->
              add(
                  "path",
                  parameter.name(),
                  value,
                  () -> good.at(good.target(parameter.name(), value)));
          case "query" -> {
            String joint = good.call().target().contains("?") ? "&" : "?";
            String given = joint + parameter.name() + "=" + value;
            add("query", parameter.name(), value, () -> good.at(good.call().target() + given));
            add(
                "twice",
                parameter.name(),
                value,
                () -> good.at(good.call().target() + given + "&" + given.substring(1)));
          }
          default -> {}
        }
      }
    }
    String joint = good.call().target().contains("?") ? "&" : "?";
    for (String value : HostileValues.inAddress()) {
      add(
          "unknown",
          "a parameter",
          value,
          () -> good.at(good.call().target() + joint + value + "=" + value));
    }
  }

  private void headers() {
    List<String> names = new ArrayList<>(HEADERS);
    operation.in("header").forEach(header -> names.add(header.name()));
    for (String name : names) {
      for (String value : HostileValues.inHeader()) {
        add("header", name, value, () -> good.with(name, value));
        if (name.equals("Authorization")) {
          add("header", name, "Bearer " + value, () -> good.with(name, "Bearer " + value));
        }
      }
    }
    TYPES.forEach(type -> add("type", "Content-Type", type, () -> good.with("Content-Type", type)));
    TYPES.forEach(type -> add("type", "Accept", type, () -> good.with("Accept", type)));
  }

  private void bodies() {
    for (byte[] whole : HostileValues.documents()) {
      add("document", "body", new String(whole, UTF_8), () -> good.with(whole));
    }
    for (JsonNode tree : good.trees()) {
      marked(tree, tree);
    }
    if (operation.bodies().containsKey(GoodRequest.FORM)) {
      JsonNode fields = document.example(operation.bodies().get(GoodRequest.FORM));
      fields
          .fieldNames()
          .forEachRemaining(
              field ->
                  HostileValues.inAddress()
                      .forEach(
                          value ->
                              add("form", field, value, () -> good.with(good.form(field, value)))));
    }
    if (operation.bodies().containsKey(GoodRequest.MULTIPART)) {
      for (String value : HostileValues.texts()) {
        add("multipart", "file name", value, () -> good.with(GoodRequest.multipart(value, "x")));
        add(
            "multipart",
            "content",
            value,
            () -> good.with(GoodRequest.multipart("orders.csv", value)));
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
                    () -> good.with(text.replace(mark, literal).getBytes(UTF_8))));
  }

  private void claims() {
    JsonNode own = good.claims();
    if (own.isMissingNode()) {
      return;
    }
    String role = own.path("groups").toString();
    long now = System.currentTimeMillis() / 1000;
    Map<String, String> claims = new LinkedHashMap<>();
    claims.put("iss", "\"daybreak\"");
    claims.put("aud", "\"daybreak\"");
    claims.put("sub", own.path("sub").toString());
    claims.put("groups", role);
    claims.put("iat", String.valueOf(now));
    claims.put("exp", String.valueOf(now + 3600));
    for (String name : CLAIMS) {
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
            () -> new WireCall(method, good.call().target(), good.call().headers(), new byte[0]));
      }
    }
  }

  private void add(String family, String where, String value, Supplier<WireCall> call) {
    String told = value.length() > 60 ? value.substring(0, 60) + "… " + value.length() : value;
    families
        .computeIfAbsent(family, key -> new ArrayList<>())
        .add(new Variant(family + " " + where + " " + HostileValues.quoted(told), call));
  }

  private WireCall withClaims(Map<String, String> claims, String name, String literal) {
    Map<String, String> changed = new LinkedHashMap<>(claims);
    changed.put(name, literal);
    String json =
        changed.entrySet().stream()
            .map(claim -> "\"" + claim.getKey() + "\":" + claim.getValue())
            .collect(Collectors.joining(",", "{", "}"));
    return good.with("Authorization", "Bearer " + Tokens.ofJson(json));
  }
}
