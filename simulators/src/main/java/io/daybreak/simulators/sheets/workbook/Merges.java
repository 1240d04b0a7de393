package io.daybreak.simulators.sheets.workbook;

import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The merged cells of a tab; no two overlap. */
public final class Merges {

  private final List<Area> areas = new ArrayList<>();

  Merges copy() {
    Merges copy = new Merges();
    copy.areas.addAll(areas);
    return copy;
  }

  public List<Area> areas() {
    return List.copyOf(areas);
  }

  /** Merges an area; merges inside it are replaced, half of a merge is refused. */
  public void add(Area area) {
    removeWithin(area);
    if (area.rows() > 1 || area.columns() > 1) {
      areas.add(area);
    }
  }

  /** Splits every merge inside the area; half of a merge is refused. */
  public void removeWithin(Area area) {
    for (Area merged : areas) {
      if (merged.overlaps(area) && !area.contains(merged)) {
        throw Refusal.invalid(
            "You must select all cells in a merged range to merge or unmerge them.");
      }
    }
    areas.removeIf(area::contains);
  }

  /** Moves every merge as its rows and columns move; what shrinks to one cell is none any more. */
  void replace(UnaryOperator<Area> move) {
    areas.replaceAll(move);
    areas.removeIf(area -> area.isEmpty() || area.rows() * area.columns() == 1);
  }
}
