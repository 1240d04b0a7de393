package io.daybreak.simulators.sheets.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Rows or columns that are put into a tab or cut out of it, and where everything that refers to the
 * tab is afterwards. A range grows only for what is put inside of it; a range that is cut out as a
 * whole is gone.
 *
 * @param rows whether rows are meant, otherwise columns
 * @param at the first index, counted from 0
 * @param count how many, above 0
 * @param inserted whether they are put in, otherwise cut out
 */
public record Shift(int sheetId, boolean rows, int at, int count, boolean inserted) {

  /** An end that is not stated: the range goes on for ever. */
  public static final int OPEN = Integer.MAX_VALUE;

  /** Where a range begins afterwards. */
  public int start(int start) {
    return inserted ? (start >= at ? start + count : start) : cut(start);
  }

  /** Where a range ends afterwards, the end not included. */
  public int end(int end) {
    if (end == OPEN) {
      return OPEN;
    }
    return inserted ? (end > at ? end + count : end) : cut(end);
  }

  /** Whether nothing is left of a range. */
  public boolean cutsAll(int start, int end) {
    return !inserted && end != OPEN && start(start) >= end(end);
  }

  private int cut(int index) {
    return index <= at ? index : Math.max(at, index - count);
  }

  /**
   * A copy of Google's JSON with every range and coordinate in it moved.
   *
   * @param formulas moves the references of a formula
   * @return null where the node is a range of which nothing is left
   */
  @Nullable JsonNode moved(JsonNode node, java.util.function.UnaryOperator<String> formulas) {
    if (node instanceof ArrayNode array) {
      return movedElements(array, formulas);
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    if (isRange(object)) {
      return range(object);
    }
    ObjectNode copy = object.objectNode();
    for (var field : object.properties()) {
      JsonNode value = field.getValue();
      if (value.isTextual()) {
        String text = value.textValue();
        copy.put(field.getKey(), text.startsWith("=") ? formulas.apply(text) : text);
        continue;
      }
      JsonNode moved = moved(value, formulas);
      if (moved != null) {
        copy.set(field.getKey(), moved);
      }
    }
    return isCoordinate(object) ? coordinate(copy) : copy;
  }

  private ArrayNode movedElements(
      ArrayNode array, java.util.function.UnaryOperator<String> formulas) {
    ArrayNode copy = array.arrayNode();
    for (JsonNode element : array) {
      JsonNode moved = moved(element, formulas);
      if (moved != null) {
        copy.add(moved);
      }
    }
    return copy;
  }

  /** Whether it is a GridRange or a DimensionRange. */
  private static boolean isRange(ObjectNode object) {
    return object.has("startRowIndex")
        || object.has("endRowIndex")
        || object.has("startColumnIndex")
        || object.has("endColumnIndex")
        || object.has("dimension") && (object.has("startIndex") || object.has("endIndex"));
  }

  private static boolean isCoordinate(ObjectNode object) {
    return object.has("rowIndex") || object.has("columnIndex") && object.has("sheetId");
  }

  private @Nullable ObjectNode range(ObjectNode object) {
    boolean byDimension = object.has("dimension");
    boolean other = byDimension && rows != object.get("dimension").asText().equals("ROWS");
    if (other || object.path("sheetId").asInt() != sheetId) {
      return object;
    }
    String first = byDimension ? "startIndex" : rows ? "startRowIndex" : "startColumnIndex";
    String last = byDimension ? "endIndex" : rows ? "endRowIndex" : "endColumnIndex";
    int start = object.path(first).asInt(0);
    int end = object.path(last).asInt(OPEN);
    if (!object.has(first) && end == OPEN) {
      return object;
    }
    if (cutsAll(start, end)) {
      return null;
    }
    ObjectNode moved = object.deepCopy();
    if (object.has(first)) {
      moved.put(first, start(start));
    }
    if (end != OPEN) {
      moved.put(last, end(end));
    }
    return moved;
  }

  private ObjectNode coordinate(ObjectNode copy) {
    String index = rows ? "rowIndex" : "columnIndex";
    if (copy.path("sheetId").asInt() == sheetId && copy.has(index)) {
      copy.put(index, start(copy.get(index).asInt()));
    }
    return copy;
  }
}
