package io.daybreak.sheets.grid;

import java.util.List;

/**
 * A protected range.
 *
 * @param description as its maker called it; may be empty
 * @param editable whether the service account may edit it, or is only warned
 * @param exceptions ranges within it that everybody may edit
 */
public record Protection(Area area, String description, boolean editable, List<Area> exceptions) {

  public Protection {
    exceptions = List.copyOf(exceptions);
  }

  /** Whether it keeps us from writing all cells of a range. */
  public boolean forbids(Area wanted) {
    return !editable
        && area.overlaps(wanted)
        && exceptions.stream().noneMatch(exception -> exception.contains(wanted));
  }
}
