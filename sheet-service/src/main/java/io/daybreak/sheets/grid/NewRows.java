package io.daybreak.sheets.grid;

import java.util.List;

/** Where the rows of a run come from when they are published. */
public sealed interface NewRows {

  int count();

  /** They travel in the update itself. */
  record Inline(List<List<Object>> rows) implements NewRows {
    public Inline {
      rows = List.copyOf(rows);
    }

    @Override
    public int count() {
      return rows.size();
    }
  }

  /** They wait in a staging tab. */
  record Staged(Tab staging, int count) implements NewRows {}
}
