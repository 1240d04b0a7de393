package io.daybreak.sheets.command;

import io.daybreak.contracts.sheet.TabLayout;
import io.daybreak.sheets.failure.FailureException;
import io.daybreak.sheets.google.GoogleFailure;
import io.daybreak.sheets.google.PacedSheets;
import io.daybreak.sheets.grid.Tab;
import io.daybreak.sheets.grid.TabView;
import io.daybreak.sheets.grid.Workbook;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the tab that people see: by its id, whatever they call it and wherever they have moved it;
 * else by the mark that we left at it; else, the first time, by its title.
 */
@ApplicationScoped
class TabFinder {

  private final PacedSheets sheets;

  TabFinder(PacedSheets sheets) {
    this.sheets = sheets;
  }

  /** One read where the tab is known and stands, else one or two more. */
  Found find(String spreadsheet, TabLayout layout, @Nullable Integer tabId) {
    Optional<TabView> known = tabId == null ? Optional.empty() : read(spreadsheet, tabId, layout);
    return known.isPresent()
        ? new Found(known, Optional.empty())
        : findIn(sheets.workbook(spreadsheet), spreadsheet, layout, tabId);
  }

  /** The same where the whole spreadsheet has to be looked at anyway. */
  Found findInAll(String spreadsheet, TabLayout layout, @Nullable Integer tabId) {
    return findIn(sheets.workbook(spreadsheet), spreadsheet, layout, tabId);
  }

  private Found findIn(
      Workbook workbook, String spreadsheet, TabLayout layout, @Nullable Integer tabId) {
    Optional<Tab> tab =
        Optional.ofNullable(tabId)
            .flatMap(workbook::byId)
            .or(() -> workbook.byMark(layout.title()))
            .or(() -> workbook.byTitle(layout.title()));
    return new Found(
        tab.flatMap(standing -> read(spreadsheet, standing.id(), layout)), Optional.of(workbook));
  }

  /** Google refuses to show a tab that is not there; whether that was the reason, a look tells. */
  private Optional<TabView> read(String spreadsheet, int tab, TabLayout layout) {
    try {
      return sheets.tab(spreadsheet, tab, layout);
    } catch (FailureException e) {
      if (e.failure() instanceof GoogleFailure.Refused) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * What was found.
   *
   * @param workbook the whole spreadsheet, where it had to be looked at
   */
  record Found(Optional<TabView> tab, Optional<Workbook> workbook) {}
}
