package io.daybreak.simulators.sheets.workbook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.workbook.SheetObject.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that people put on the tabs of a spreadsheet, in the order in which they did. */
public final class SheetObjects {

  private final List<SheetObject> objects = new ArrayList<>();
  private int lastId = 1000;

  SheetObjects copy() {
    SheetObjects copy = new SheetObjects();
    copy.objects.addAll(objects);
    copy.lastId = lastId;
    return copy;
  }

  /** An id that nothing here has. */
  public int newId() {
    return ++lastId;
  }

  public void add(SheetObject object) {
    objects.add(object);
  }

  /** Puts an object at a place among those of its kind and tab, as conditional formats have. */
  public void add(SheetObject object, int place) {
    List<SheetObject> before = of(object.kind(), object.sheetId()).toList();
    if (place >= before.size()) {
      objects.add(object);
    } else {
      objects.add(objects.indexOf(before.get(place)), object);
    }
  }

  public Stream<SheetObject> of(Kind kind) {
    return objects.stream().filter(object -> object.kind() == kind);
  }

  public Stream<SheetObject> of(Kind kind, int sheetId) {
    return of(kind).filter(object -> object.sheetId() == sheetId);
  }

  public Optional<SheetObject> find(Kind kind, String id) {
    return of(kind).filter(object -> object.id().equals(id)).findFirst();
  }

  public void remove(SheetObject object) {
    objects.remove(object);
  }

  public void replace(SheetObject before, SheetObject after) {
    objects.set(objects.indexOf(before), after);
  }

  /** The object of a kind that stands on a cell, the newest first. */
  public Optional<SheetObject> at(Kind kind, Tab tab, int row, int column) {
    Area cell = new Area(row, column, row + 1, column + 1);
    return of(kind, tab.id())
        .filter(object -> area(object.range(), tab).contains(cell))
        .reduce((older, newer) -> newer);
  }

  /** The cells that Google's GridRange means; the whole tab where there is none. */
  public static Area area(JsonNode range, Tab tab) {
    return new Area(
        range.path("startRowIndex").asInt(0),
        range.path("startColumnIndex").asInt(0),
        range.path("endRowIndex").asInt(tab.grid().rowCount()),
        range.path("endColumnIndex").asInt(tab.grid().columnCount()));
  }

  /** Moves everything with rows or columns that are put in or cut out. */
  void move(Shift shift, Function<SheetObject, UnaryOperator<String>> formulas) {
    change(
        object -> {
          JsonNode moved = shift.moved(object.json(), formulas.apply(object));
          if (moved instanceof ObjectNode filter && !shift.rows() && isFilter(object)) {
            moveCriteria(filter, shift, object.sheetId());
          }
          return object.with(moved);
        });
  }

  /** Drops what belongs to a tab that is gone. */
  void removeTab(int sheetId) {
    objects.removeIf(object -> object.sheetId() == sheetId && object.kind() != Kind.NAMED_RANGE);
    change(
        object -> {
          if (object.kind() != Kind.NAMED_RANGE || object.sheetId() != sheetId) {
            return object;
          }
          ObjectNode rangeless = object.json().deepCopy();
          rangeless.remove("range");
          return new SheetObject(object.kind(), SheetObject.WHOLE_SPREADSHEET, rangeless);
        });
  }

  /** Rewrites the formulas within objects, as when a tab is renamed. */
  void rewrite(UnaryOperator<String> formulas) {
    Shift nothing = new Shift(SheetObject.WHOLE_SPREADSHEET, true, 0, 0, true);
    change(object -> object.with(nothing.moved(object.json(), formulas)));
  }

  /** What a copy of a tab has on it: the same, with ids of its own. Named ranges stay behind. */
  List<SheetObject> copied(Stream<SheetObject> originals, int newSheetId) {
    return originals
        .filter(object -> object.kind() != Kind.NAMED_RANGE)
        .map(
            object -> {
              ObjectNode json = object.json().deepCopy();
              retarget(json, object.sheetId(), newSheetId);
              String idField = object.kind().idField();
              if (object.kind() == Kind.TABLE) {
                json.put("tableId", Integer.toString(newId()));
              } else if (idField != null) {
                json.put(idField, newId());
              }
              return new SheetObject(object.kind(), newSheetId, json);
            })
        .toList();
  }

  private void change(Function<SheetObject, @Nullable SheetObject> change) {
    List<SheetObject> changed = objects.stream().map(change).filter(Objects::nonNull).toList();
    objects.clear();
    objects.addAll(changed);
  }

  private static boolean isFilter(SheetObject object) {
    return object.kind() == Kind.BASIC_FILTER || object.kind() == Kind.FILTER_VIEW;
  }

  /** Criteria name columns of the tab by number. */
  private static void moveCriteria(ObjectNode filter, Shift shift, int sheetId) {
    if (shift.sheetId() != sheetId) {
      return;
    }
    moveIndexes(filter, "filterSpecs", "columnIndex", shift);
    moveIndexes(filter, "sortSpecs", "dimensionIndex", shift);
    if (filter.path("criteria") instanceof ObjectNode criteria) {
      ObjectNode moved = filter.objectNode();
      criteria
          .properties()
          .forEach(
              entry -> {
                int column = Integer.parseInt(entry.getKey());
                if (!shift.cutsAll(column, column + 1)) {
                  moved.set(Integer.toString(shift.start(column)), entry.getValue());
                }
              });
      filter.set("criteria", moved);
    }
  }

  private static void moveIndexes(ObjectNode filter, String list, String index, Shift shift) {
    if (filter.path(list) instanceof ArrayNode specs) {
      ArrayNode moved = filter.arrayNode();
      for (JsonNode spec : specs) {
        int column = spec.path(index).asInt();
        if (!shift.cutsAll(column, column + 1)) {
          ObjectNode copy = spec.deepCopy();
          moved.add(copy.put(index, shift.start(column)));
        }
      }
      filter.set(list, moved);
    }
  }

  private static void retarget(JsonNode node, int from, int to) {
    if (node instanceof ObjectNode object) {
      boolean place =
          object.has("startRowIndex")
              || object.has("endRowIndex")
              || object.has("startColumnIndex")
              || object.has("endColumnIndex")
              || object.has("rowIndex")
              || object.has("columnIndex")
              || object.has("dimension")
              || object.has("sheetId");
      if (place && object.path("sheetId").asInt() == from) {
        object.put("sheetId", to);
      }
    }
    node.forEach(child -> retarget(child, from, to));
  }
}
