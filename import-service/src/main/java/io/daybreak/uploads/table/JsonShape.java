package io.daybreak.uploads.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A JSON object read strictly: every member is known, present if it must be, and of its type. */
final class JsonShape {

  /** The JSON is not of the shape; the message says where and what, without its values. */
  static final class WrongShape extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongShape(String path, String problem) {
      super("`" + path + "` " + problem);
    }
  }

  private final JsonNode object;
  private final String path;

  private JsonShape(JsonNode object, String path) {
    this.object = object;
    this.path = path;
  }

  /**
   * @param known the names of all members that it may have
   */
  static JsonShape of(JsonNode node, String path, Set<String> known) {
    if (!node.isObject()) {
      throw new WrongShape(path, "is not an object");
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw new WrongShape(
                    path, "has a member that does not exist; it may have " + known);
              }
            });
    return new JsonShape(node, path);
  }

  String text(String name) {
    return optionalText(name).orElseThrow(() -> new WrongShape(at(name), "is missing"));
  }

  Optional<String> optionalText(String name) {
    return optional(name).map(node -> text(node, at(name)));
  }

  int number(String name) {
    JsonNode node = optional(name).orElseThrow(() -> new WrongShape(at(name), "is missing"));
    if (!node.canConvertToInt() || !node.isIntegralNumber()) {
      throw new WrongShape(at(name), "is not a whole number");
    }
    return node.intValue();
  }

  boolean flag(String name) {
    Optional<JsonNode> node = optional(name);
    if (node.isPresent() && !node.get().isBoolean()) {
      throw new WrongShape(at(name), "is neither true nor false");
    }
    return node.isPresent() && node.get().booleanValue();
  }

  Optional<JsonNode> optional(String name) {
    return Optional.ofNullable(object.get(name));
  }

  JsonShape member(String name, Set<String> known) {
    return of(
        optional(name).orElseThrow(() -> new WrongShape(at(name), "is missing")), at(name), known);
  }

  List<JsonNode> list(String name) {
    JsonNode node = optional(name).orElseThrow(() -> new WrongShape(at(name), "is missing"));
    if (!node.isArray() || node.isEmpty()) {
      throw new WrongShape(at(name), "is not a list with members");
    }
    List<JsonNode> members = new ArrayList<>();
    node.forEach(members::add);
    return members;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode node : list(name)) {
      texts.add(text(node, at(name) + "[" + texts.size() + "]"));
    }
    return texts;
  }

  String at(String name) {
    return path + "." + name;
  }

  private static String text(JsonNode node, String path) {
    if (!node.isTextual() || node.textValue().isEmpty()) {
      throw new WrongShape(path, "is not a text with letters");
    }
    return node.textValue();
  }
}
