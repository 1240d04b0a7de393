package io.daybreak.sheets.grid;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The filter of a tab, the one that hides rows from everybody.
 *
 * @param content as Google showed it, so that nothing of it is lost
 */
public record TabFilter(Map<String, Object> content, Area area) {

  public TabFilter {
    content = Map.copyOf(content);
  }

  /** The same filter over another range of a tab. */
  public Map<String, Object> over(int tab, Area wanted) {
    Map<String, Object> filter = new LinkedHashMap<>(content);
    if (filter.containsKey("filterSpecs")) {
      filter.remove("criteria"); // the older form of the same; Google wants one of them
    }
    filter.put("range", GridRanges.of(tab, wanted));
    return filter;
  }
}
