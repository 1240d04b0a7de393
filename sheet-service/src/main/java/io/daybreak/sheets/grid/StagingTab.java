package io.daybreak.sheets.grid;

import io.daybreak.contracts.sheet.TabLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The hidden tab that holds a run's rows until they are published. Id and title follow from the
 * run, so that it is found again after a crash.
 *
 * @param id Google's sheet id, chosen by us
 */
public record StagingTab(int id, String title) {

  /** The staging tab a run will have in a spreadsheet: its id must not be taken by another tab. */
  public static StagingTab of(UUID run, Workbook workbook) {
    int id = idOf(run);
    while (workbook.byId(id).isPresent()) {
      id = (id + 1) & Integer.MAX_VALUE;
    }
    return new StagingTab(id, titleOf(run));
  }

  /** The id that it has where that is free. */
  public static int idOf(UUID run) {
    return run.hashCode() & Integer.MAX_VALUE;
  }

  public static String titleOf(UUID run) {
    return "daybreak-staging-" + run;
  }

  public List<GridChange> creation(TabLayout layout, int rows) {
    List<GridChange> changes = new ArrayList<>();
    changes.add(new GridChange.AddTab(id, title, rows, layout.columns().size(), true));
    changes.addAll(Grids.frame(id, layout));
    return changes;
  }
}
