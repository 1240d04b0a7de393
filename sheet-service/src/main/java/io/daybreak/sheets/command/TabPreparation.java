package io.daybreak.sheets.command;

import io.daybreak.contracts.sheet.PrepareTab;
import io.daybreak.contracts.sheet.TabLayout;
import io.daybreak.sheets.command.TabFinder.Found;
import io.daybreak.sheets.failure.FailureException;
import io.daybreak.sheets.google.GoogleFailure;
import io.daybreak.sheets.google.PacedSheets;
import io.daybreak.sheets.grid.CellsProtected;
import io.daybreak.sheets.grid.DayRange;
import io.daybreak.sheets.grid.GridChange;
import io.daybreak.sheets.grid.TabChanged;
import io.daybreak.sheets.grid.TabView;
import io.daybreak.sheets.grid.Workbook;
import io.daybreak.sheets.run.KnownTabs;
import io.daybreak.sheets.run.KnownTabs.KnownTab;
import io.daybreak.sheets.run.RunSteps;
import io.daybreak.sheets.run.TabWrite;
import io.daybreak.sheets.run.TabWrites;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * PrepareTab: finds the tab and refuses what cannot end well, before anybody fetches rows for it. A
 * run that is small enough writes nothing here; a large one gets its staging tab.
 */
@ApplicationScoped
class TabPreparation {

  /** Above this many cells the whole spreadsheet is looked at before every run. */
  private static final long FULL_ENOUGH = Workbook.CELL_LIMIT * 8 / 10;

  private final PacedSheets sheets;
  private final TabFinder finder;
  private final KnownTabs known;
  private final TabWrites writes;
  private final RunSteps steps;
  private final Staging staging;
  private final InlineRows inline;
  private final StagingRemoval removal;

  TabPreparation(
      PacedSheets sheets,
      TabFinder finder,
      KnownTabs known,
      TabWrites writes,
      RunSteps steps,
      Staging staging,
      InlineRows inline,
      StagingRemoval removal) {
    this.sheets = sheets;
    this.finder = finder;
    this.known = known;
    this.writes = writes;
    this.steps = steps;
    this.staging = staging;
    this.inline = inline;
    this.removal = removal;
  }

  void prepare(TabWrite write, PrepareTab command) {
    TabLayout layout = write.layout();
    String spreadsheet = write.spreadsheetId();
    Found found = finder.find(spreadsheet, layout, write.tabId());
    Optional<TabView> tab = found.tab();
    tab.ifPresent(view -> requireWritable(view, layout));
    Optional<KnownTab> left = tab.flatMap(view -> known.of(spreadsheet, view.tab().id()));
    Optional<LocalDate> fetchFrom =
        tab.isPresent() ? lacking(write, command, tab.get(), left) : whole(write, command);
    @Nullable LocalDate replaceFrom = fetchFrom.orElse(write.replaceFrom());
    writes.found(write, tab.map(view -> view.tab().id()).orElse(null), replaceFrom);

    DayRange range = new DayRange(replaceFrom, write.replaceTo(), Set.of());
    long kept = tab.map(view -> KeptRows.of(view.rows(), Map.of(), range).count()).orElse(0L);
    Optional<Workbook> workbook =
        found
            .workbook()
            .or(
                () ->
                    mustLook(tab, left)
                        ? Optional.of(sheets.workbook(spreadsheet))
                        : Optional.empty());
    tab.ifPresent(view -> workbook.ifPresent(all -> count(write, view, all)));
    if (!fits(write, command, tab, workbook)) {
      staging.begin(
          write,
          workbook.orElseGet(() -> sheets.workbook(spreadsheet)),
          tab,
          command.estimatedRows(),
          kept);
    } else {
      if (!removal.leftovers(spreadsheet).isEmpty()) {
        removal.removeLeftovers(spreadsheet);
      }
      if (!known.writable(spreadsheet)) {
        requireEditor(write);
      }
    }
    steps.prepared(write, fetchFrom.orElse(null));
  }

  /**
   * Sees before anything is fetched that the spreadsheet is shared for editing, with a write that
   * changes nothing. That Google understands it otherwise is no reason to stop.
   */
  private void requireEditor(TabWrite write) {
    try {
      sheets.change(
          write.spreadsheetId(),
          List.of(new GridChange.Nothing()),
          () -> writes.requireHeld(write));
    } catch (FailureException e) {
      if (!(e.failure() instanceof GoogleFailure.Refused)) {
        throw e;
      }
    }
  }

  private void requireWritable(TabView view, TabLayout layout) {
    view.protection(layout)
        .ifPresent(
            protection -> {
              throw new CellsProtected(view.tab().title(), protection, sheets.account())
                  .toException();
            });
    view.requireHeader(layout);
  }

  /** Days that people removed from the tab, and that can be had again. */
  private static Optional<LocalDate> lacking(
      TabWrite write, PrepareTab command, TabView view, Optional<KnownTab> left) {
    DayRange range = new DayRange(write.replaceFrom(), write.replaceTo(), Set.of());
    return left.flatMap(
            was ->
                KeptRows.of(view.rows(), was.rowsByDay(), range)
                    .lacking(command.earliestDay(), view.rows()))
        .filter(day -> write.replaceFrom() != null && day.isBefore(write.replaceFrom()));
  }

  /** There is no tab: it is made, with all the days there are. */
  private static Optional<LocalDate> whole(TabWrite write, PrepareTab command) {
    if (write.replaceFrom() == null) {
      return Optional.empty();
    }
    if (command.earliestDay() == null) {
      throw TabChanged.gone().toException();
    }
    return Optional.of(command.earliestDay()).filter(day -> day.isBefore(write.replaceFrom()));
  }

  private void count(TabWrite write, TabView view, Workbook all) {
    known.counted(
        write.spreadsheetId(),
        view.tab().id(),
        write.layout().title(),
        all.without(Set.of(view.tab().id())).cells());
  }

  private static boolean mustLook(Optional<TabView> tab, Optional<KnownTab> left) {
    return left.map(KnownTab::otherCells)
        .map(others -> others + tab.map(view -> view.tab().cells()).orElse(0L) > FULL_ENOUGH)
        .orElse(true);
  }

  /** Whether the rows will go into one update, and the spreadsheet has room for them beside all. */
  private boolean fits(
      TabWrite write, PrepareTab command, Optional<TabView> tab, Optional<Workbook> workbook) {
    int columns =
        Math.max(write.layout().columns().size(), tab.map(view -> view.tab().columns()).orElse(0));
    long cells = command.estimatedRows() * columns;
    return inline.mayTake(command.estimatedRows(), write.layout())
        && workbook.map(all -> all.cells() + cells <= Workbook.CELL_LIMIT).orElse(true);
  }
}
