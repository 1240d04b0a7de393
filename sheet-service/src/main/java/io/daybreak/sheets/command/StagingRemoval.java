package io.daybreak.sheets.command;

import io.daybreak.sheets.failure.FailureException;
import io.daybreak.sheets.google.PacedSheets;
import io.daybreak.sheets.grid.GridChange;
import io.daybreak.sheets.grid.StagingTab;
import io.daybreak.sheets.grid.Tab;
import io.daybreak.sheets.grid.Workbook;
import io.daybreak.sheets.run.StagingLeftover;
import io.daybreak.sheets.run.TabWrites;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Removes the staging tabs of runs that ended without publishing. */
@ApplicationScoped
class StagingRemoval {

  private final PacedSheets sheets;
  private final TabWrites writes;

  StagingRemoval(PacedSheets sheets, TabWrites writes) {
    this.sheets = sheets;
    this.writes = writes;
  }

  /**
   * Removes them now, as well as it can be done in one attempt; what is left then is removed by the
   * next run that prepares a tab in the spreadsheet.
   */
  void removeLeftovers(String spreadsheet) {
    List<StagingLeftover> recorded = writes.leftovers(spreadsheet);
    if (recorded.isEmpty()) {
      return;
    }
    try {
      Workbook workbook = sheets.workbook(spreadsheet);
      List<StagingLeftover> standing = standing(recorded, workbook);
      if (!standing.isEmpty()) {
        sheets.change(spreadsheet, removals(standing));
      }
      writes.forget(recorded);
    } catch (FailureException e) {
      Log.warnf("Staging tabs stay for now: %s", e.getMessage());
    }
  }

  List<StagingLeftover> leftoversIn(String spreadsheet, Workbook workbook) {
    return standing(writes.leftovers(spreadsheet), workbook);
  }

  List<GridChange> removals(List<StagingLeftover> leftovers) {
    return leftovers.stream()
        .<GridChange>map(leftover -> new GridChange.RemoveTab(leftover.stagingTab()))
        .toList();
  }

  Workbook without(Workbook workbook, List<StagingLeftover> leftovers) {
    Set<Integer> ids =
        leftovers.stream().map(StagingLeftover::stagingTab).collect(Collectors.toSet());
    return workbook.without(ids);
  }

  /**
   * Those that are still staging tabs. One whose publication came through although no answer did
   * bears the real tab's title now, and must stay.
   */
  private static List<StagingLeftover> standing(List<StagingLeftover> recorded, Workbook workbook) {
    return recorded.stream()
        .filter(
            leftover ->
                workbook
                    .byId(leftover.stagingTab())
                    .map(Tab::title)
                    .filter(StagingTab.titleOf(leftover.runId())::equals)
                    .isPresent())
        .toList();
  }
}
