package io.daybreak.sheets.template;

import io.daybreak.sheets.failure.FailureException;
import io.daybreak.sheets.google.Fence;
import io.daybreak.sheets.google.GoogleFailure;
import io.daybreak.sheets.google.PacedSheets;
import io.daybreak.sheets.grid.CellLimitExceeded;
import io.daybreak.sheets.grid.GridChange;
import io.daybreak.sheets.grid.Tab;
import io.daybreak.sheets.grid.Workbook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Copies the tabs of a report template into a spreadsheet, each once for all its runs. */
@ApplicationScoped
public class TemplateTabs {

  private final PacedSheets sheets;
  private final TemplateCopies copies;

  TemplateTabs(PacedSheets sheets, TemplateCopies copies) {
    this.sheets = sheets;
    this.copies = copies;
  }

  /**
   * Copies what is missing. A tab is not missing when a copy that was recorded still stands,
   * whatever people call it now, or when a tab of its title stands, whoever made it. A recorded
   * copy that did not get its title before a crash gets it now.
   *
   * @param fence asked before every write whether the run is still ours
   */
  public void copy(String template, String spreadsheet, Fence fence) {
    Workbook source = read(template);
    Workbook target = sheets.workbook(spreadsheet);
    Map<Integer, TemplateCopy> recorded = copies.of(spreadsheet, template);
    List<Tab> missing = new ArrayList<>();
    List<GridChange> renames = new ArrayList<>();
    for (Tab tab : source.tabs()) {
      TemplateCopy copy = recorded.get(tab.id());
      boolean stands = copy != null && target.byId(copy.tab()).isPresent();
      boolean titleTaken = target.byTitle(tab.title()).isPresent();
      if (stands && !copy.named() && !titleTaken) {
        renames.add(new GridChange.Rename(copy.tab(), tab.title()));
      } else if (!stands && !titleTaken) {
        missing.add(tab);
      }
    }
    checkRoom(target, missing);
    for (Tab tab : missing) {
      int copy = sheets.copyTab(template, tab.id(), spreadsheet, fence);
      copies.record(spreadsheet, template, tab.id(), copy);
      renames.add(new GridChange.Rename(copy, tab.title()));
    }
    if (!renames.isEmpty()) {
      sheets.change(spreadsheet, renames, fence);
      copies.named(spreadsheet, template);
    }
  }

  private Workbook read(String template) {
    try {
      return sheets.workbook(template);
    } catch (FailureException e) {
      if (e.failure() instanceof GoogleFailure.NotShared
          || e.failure() instanceof GoogleFailure.NotFound
          || e.failure() instanceof GoogleFailure.Refused) {
        throw new TemplateUnavailable(e.failure()).toException(e);
      }
      throw e;
    }
  }

  /** Before the first copy, so that a template is not copied in part. */
  private static void checkRoom(Workbook target, List<Tab> missing) {
    long needed = missing.stream().mapToLong(Tab::cells).sum();
    if (target.cells() + needed > Workbook.CELL_LIMIT) {
      throw new CellLimitExceeded(target.cells(), needed).toException();
    }
  }
}
