package io.daybreak.sheets.grid;

import java.util.LinkedHashMap;
import java.util.Map;

/** Areas in Google's words; an end that is not bounded is left out. */
public final class GridRanges {

  private GridRanges() {}

  public static Map<String, Object> of(int tab, Area area) {
    Map<String, Object> range = new LinkedHashMap<>();
    range.put("sheetId", tab);
    range.put("startRowIndex", area.fromRow());
    put(range, "endRowIndex", area.toRow());
    range.put("startColumnIndex", area.fromColumn());
    put(range, "endColumnIndex", area.toColumn());
    return range;
  }

  private static void put(Map<String, Object> range, String name, int end) {
    if (end != Area.OPEN) {
      range.put(name, end);
    }
  }
}
