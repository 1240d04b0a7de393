package io.daybreak.sheets.command;

import io.daybreak.sheets.failure.FailureException;
import io.daybreak.sheets.google.Fence;
import io.daybreak.sheets.google.PacedSheets;
import io.daybreak.sheets.grid.GridChange;
import io.daybreak.sheets.grid.StagingTab;
import io.daybreak.sheets.grid.Tab;
import io.daybreak.sheets.grid.Workbook;
import io.daybreak.sheets.run.StagingLeftover;
import io.daybreak.sheets.run.StagingLeftovers;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Removes the staging tabs of runs that ended without publishing. */
@ApplicationScoped
class StagingRemoval {

  private final PacedSheets sheets;
  private final StagingLeftovers leftovers;

  StagingRemoval(PacedSheets sheets, StagingLeftovers leftovers) {
    this.sheets = sheets;
    this.leftovers = leftovers;
  }

  /**
   * Removes them now, as well as it can be done in one attempt; what is left then is removed by the
   * next run that prepares a tab in the spreadsheet.
   */
  void removeLeftovers(String spreadsheet) {
    List<StagingLeftover> recorded = leftovers.of(spreadsheet);
    if (recorded.isEmpty()) {
      return;
    }
    try {
      Workbook workbook = sheets.workbook(spreadsheet);
      List<StagingLeftover> standing = standing(recorded, workbook);
      if (!standing.isEmpty()) {
        sheets.change(spreadsheet, removals(standing), Fence.OPEN);
      }
      leftovers.forget(
          recorded.stream()
              .filter(leftover -> leftover.settled() || standing.contains(leftover))
              .toList());
    } catch (FailureException e) {
      Log.warnf("Staging tabs stay for now: %s", e.getMessage());
    }
  }

  /** They were removed. */
  void removed(List<StagingLeftover> standing) {
    leftovers.forget(standing);
  }

  /** Those that are written down, whether they stand or not. */
  List<StagingLeftover> leftovers(String spreadsheet) {
    return leftovers.of(spreadsheet);
  }

  List<StagingLeftover> leftoversIn(String spreadsheet, Workbook workbook) {
    return standing(leftovers.of(spreadsheet), workbook);
  }

  List<GridChange> removals(List<StagingLeftover> standing) {
    return standing.stream()
        .<GridChange>map(leftover -> new GridChange.RemoveTab(leftover.stagingTab()))
        .toList();
  }

  Workbook without(Workbook workbook, List<StagingLeftover> standing) {
    Set<Integer> ids =
        standing.stream().map(StagingLeftover::stagingTab).collect(Collectors.toSet());
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
