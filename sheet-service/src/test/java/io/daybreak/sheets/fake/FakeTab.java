package io.daybreak.sheets.fake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A tab: a grid of values, and what people see of it. */
public final class FakeTab {

  public final int id;
  public String title;
  public boolean hidden;
  public int columns;
  public int frozenRows;
  public int merges;

  /** Value of our developer metadata. */
  public @Nullable String mark;

  public final List<TreeMap<Integer, Object>> rows = new ArrayList<>();

  /** The number format's type, by column, as last set. */
  public final Map<Integer, String> formats = new HashMap<>();

  public FakeTab(int id, String title, int rowCount, int columns) {
    this.id = id;
    this.title = title;
    this.columns = columns;
    appendRows(rowCount);
  }

  FakeTab copy(int newId, String newTitle) {
    FakeTab copy = new FakeTab(newId, newTitle, 0, columns);
    copy.hidden = hidden;
    copy.frozenRows = frozenRows;
    copy.merges = merges;
    copy.mark = newId == id ? mark : null;
    rows.forEach(row -> copy.rows.add(new TreeMap<>(row)));
    copy.formats.putAll(formats);
    return copy;
  }

  public long cells() {
    return (long) rows.size() * columns;
  }

  void appendRows(int count) {
    for (int i = 0; i < count; i++) {
      rows.add(new TreeMap<>());
    }
  }

  void insertRows(int at, int count) {
    for (int i = 0; i < count; i++) {
      rows.add(at, new TreeMap<>());
    }
  }

  void deleteRows(int from, int to) {
    int frozenLeft = frozenRows - Math.max(0, Math.min(frozenRows, to) - from);
    if (to - from >= rows.size() || rows.size() - (to - from) <= frozenLeft) {
      throw new FakeRefusal("You can't delete all non-frozen rows.");
    }
    rows.subList(from, to).clear();
    frozenRows = frozenLeft;
  }

  void deleteColumns(int from, int to) {
    columns -= to - from;
    rows.forEach(row -> row.subMap(from, to).clear());
  }

  void freeze(int count) {
    if (count >= rows.size()) {
      throw new FakeRefusal("You can't freeze all rows.");
    }
    frozenRows = count;
  }

  /** Null clears. */
  void put(int row, int column, @Nullable Object value) {
    if (row >= rows.size() || column >= columns) {
      throw new FakeRefusal("Range exceeds grid limits.");
    }
    if (value == null || "".equals(value)) {
      rows.get(row).remove(column);
    } else {
      rows.get(row).put(column, value);
    }
  }

  /** The values of a row, an empty text for an empty cell. */
  public List<Object> row(int index) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      values.add(rows.get(index).getOrDefault(i, ""));
    }
    return values;
  }

  /** Fills a row, for a test's spreadsheet to begin with. */
  public FakeTab with(int row, Object... values) {
    for (int i = 0; i < values.length; i++) {
      put(row, i, values[i]);
    }
    return this;
  }
}
