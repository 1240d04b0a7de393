package io.daybreak.sheets.command;

import io.daybreak.contracts.sheet.FinishTab;
import io.daybreak.sheets.command.TabFinder.Found;
import io.daybreak.sheets.grid.DayRange;
import io.daybreak.sheets.grid.NewRows;
import io.daybreak.sheets.grid.Publication;
import io.daybreak.sheets.grid.RowPlan;
import io.daybreak.sheets.grid.StagingTab;
import io.daybreak.sheets.grid.Stamp;
import io.daybreak.sheets.grid.Tab;
import io.daybreak.sheets.grid.TabChanged;
import io.daybreak.sheets.grid.TabView;
import io.daybreak.sheets.grid.Workbook;
import io.daybreak.sheets.run.DayCounts;
import io.daybreak.sheets.run.KnownTabs;
import io.daybreak.sheets.run.Publishing;
import io.daybreak.sheets.run.TabWrite;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works out the update that publishes a run, from the tab as it is now. */
@ApplicationScoped
class PublicationDraft {

  private final TabFinder finder;
  private final KnownTabs known;
  private final InlineRows inline;
  private final Clock clock;

  PublicationDraft(TabFinder finder, KnownTabs known, InlineRows inline, Clock clock) {
    this.clock = clock;
    this.finder = finder;
    this.known = known;
    this.inline = inline;
  }

  /** Looks at the spreadsheet: once where the tab is known and the rows are not staged. */
  Draft of(TabWrite write, FinishTab command) {
    boolean staged = write.stagingTab() != null;
    Found found =
        staged
            ? finder.findInAll(write.spreadsheetId(), write.layout(), write.tabId())
            : finder.find(write.spreadsheetId(), write.layout(), write.tabId());
    NewRows rows = staged ? staged(write, found) : new NewRows.Inline(inline.of(write));
    Stamp stamp =
        new Stamp(
            write.runId(),
            write.layout().notice(),
            clock.instant(),
            command.missingDays(),
            command.doubtfulDays());
    return found
        .tab()
        .map(view -> into(write, command, found, view, rows, stamp))
        .orElseGet(() -> anew(write, command, found.workbook().orElseThrow(), rows, stamp));
  }

  private static NewRows staged(TabWrite write, Found found) {
    Tab tab =
        found
            .workbook()
            .flatMap(workbook -> workbook.byId(write.standingStagingTab()))
            .orElseThrow(() -> TabChanged.stagingGone().toException());
    return new NewRows.Staged(tab, Math.toIntExact(write.rowsStaged()));
  }

  private Draft into(
      TabWrite write, FinishTab command, Found found, TabView view, NewRows rows, Stamp stamp) {
    view.requireHeader(write.layout());
    Set<LocalDate> except = Set.copyOf(command.missingDays());
    DayRange range = new DayRange(write.replaceFrom(), write.replaceTo(), except);
    Map<LocalDate, Long> written =
        known
            .of(write.spreadsheetId(), view.tab().id())
            .map(KnownTabs.KnownTab::rowsByDay)
            .orElse(Map.of());
    KeptRows kept = KeptRows.of(view.rows(), written, range);
    RowPlan plan = RowPlan.of(view.rows(), range, rows.count());
    Workbook before = found.workbook().orElseGet(() -> new Workbook(List.of(view.tab())));
    Map<LocalDate, Long> after = DayCounts.plus(kept.found(), write.rowsByDay());
    return new Draft(
        Publication.into(view, before, rows, write.layout(), plan, stamp),
        new Publishing(
            view.tab().id(),
            DayCounts.sum(after),
            after,
            kept.changed(),
            found.workbook().map(all -> others(all, write, view.tab().id())).orElse(null),
            command.templateSpreadsheetId()),
        before.cells(),
        found.workbook().isPresent());
  }

  /**
   * A tab that was there when the run began and is not now takes days along that nobody fetched.
   */
  private static Draft anew(
      TabWrite write, FinishTab command, Workbook workbook, NewRows rows, Stamp stamp) {
    if (write.tabId() != null) {
      throw TabChanged.goneMeanwhile().toException();
    }
    int id = StagingTab.of(write.runId(), workbook).id();
    int tab = rows instanceof NewRows.Staged staged ? staged.staging().id() : id;
    return new Draft(
        Publication.asNewTab(workbook, id, rows, write.layout(), stamp),
        new Publishing(
            tab,
            write.rowsStaged(),
            write.rowsByDay(),
            List.of(),
            others(workbook, write, tab),
            command.templateSpreadsheetId()),
        workbook.cells(),
        true);
  }

  private static long others(Workbook workbook, TabWrite write, int tab) {
    Set<Integer> ours =
        Optional.ofNullable(write.stagingTab())
            .map(staging -> Set.of(staging))
            .filter(staging -> !staging.contains(tab))
            .map(staging -> Set.of(staging.iterator().next(), tab))
            .orElse(Set.of(tab));
    return workbook.without(ours).cells();
  }

  /**
   * An update that is ready to leave.
   *
   * @param publishing what it will have made
   * @param cells cells of what was looked at
   * @param all whether that was the whole spreadsheet
   */
  record Draft(Publication publication, Publishing publishing, long cells, boolean all) {

    long added() {
      return publication.peakCells() - cells;
    }

    boolean overLimit() {
      return all && publication.peakCells() > Workbook.CELL_LIMIT;
    }
  }
}
