package io.daybreak.simulators.sheets.mask;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.refusal.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A tree of field names: {@code sheets(properties(sheetId,title),merges),spreadsheetId}, {@code
 * userEnteredFormat.numberFormat}, {@code *}. A name without children means the whole field.
 */
public final class FieldMask {

  private static final String EVERYTHING = "*";

  private final Map<String, FieldMask> children = new LinkedHashMap<>();

  private FieldMask() {}

  /** Reads a mask; dots and slashes separate alike. */
  public static FieldMask parse(String text) {
    FieldMask mask = new FieldMask();
    int end = mask.parseList(text, 0);
    if (end != text.length()) {
      throw invalid(text);
    }
    return mask;
  }

  /** The mask of a request that has to name at least one field. */
  public static FieldMask required(@Nullable String text) {
    if (text == null || text.isBlank()) {
      throw Refusal.invalid(
          "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
    }
    return parse(text);
  }

  /** Whether the field is named, as a whole or in part. */
  public boolean names(String field) {
    return children.containsKey(EVERYTHING) || children.containsKey(field);
  }

  /** The mask within a named field. */
  public FieldMask within(String field) {
    FieldMask child = children.get(field);
    return child == null ? new FieldMask() : child;
  }

  /** Whether no part is named, which means the whole. */
  public boolean isWhole() {
    return children.isEmpty() || children.containsKey(EVERYTHING);
  }

  /** The names at this level. */
  public Set<String> fields() {
    return children.keySet();
  }

  /** The part of an answer that the mask shows; arrays are passed through element by element. */
  public JsonNode filter(JsonNode node) {
    if (isWhole()) {
      return node;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode filtered = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> filtered.add(filter(element)));
      return filtered;
    }
    ObjectNode filtered = JsonNodeFactory.instance.objectNode();
    children.forEach(
        (name, child) -> {
          if (node.has(name)) {
            filtered.set(name, child.filter(node.get(name)));
          }
        });
    return filtered;
  }

  /**
   * Changes the named fields of a target to what the source says; absent in the source is absent.
   */
  public void merge(ObjectNode target, JsonNode source) {
    if (isWhole()) {
      target.removeAll();
      if (source instanceof ObjectNode object) {
        target.setAll(object);
      }
      return;
    }
    children.forEach(
        (name, child) -> {
          JsonNode given = source.path(name);
          if (child.isWhole()) {
            if (given.isMissingNode()) {
              target.remove(name);
            } else {
              target.set(name, given);
            }
          } else {
            child.merge(target.withObjectProperty(name), given);
          }
        });
  }

  private int parseList(String text, int start) {
    int position = start;
    while (true) {
      position = parsePath(text, position);
      if (position >= text.length() || text.charAt(position) != ',') {
        return position;
      }
      position++;
    }
  }

  private int parsePath(String text, int start) {
    int end = start;
    while (end < text.length() && "(),./".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String name = text.substring(start, end).strip();
    if (name.isEmpty()) {
      throw invalid(text);
    }
    FieldMask child = children.computeIfAbsent(name, n -> new FieldMask());
    if (end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == '/')) {
      return child.parsePath(text, end + 1);
    }
    if (end < text.length() && text.charAt(end) == '(') {
      int close = child.parseList(text, end + 1);
      if (close >= text.length() || text.charAt(close) != ')') {
        throw invalid(text);
      }
      return close + 1;
    }
    return end;
  }

  private static Refusal invalid(String text) {
    return Refusal.invalid("Invalid field selection " + text); // [?]
  }
}
