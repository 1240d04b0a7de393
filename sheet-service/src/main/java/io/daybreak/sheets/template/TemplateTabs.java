package io.daybreak.sheets.template;

import io.daybreak.contracts.sheet.RawTabTitle;
import io.daybreak.sheets.failure.FailureException;
import io.daybreak.sheets.google.Fence;
import io.daybreak.sheets.google.GoogleFailure;
import io.daybreak.sheets.google.PacedSheets;
import io.daybreak.sheets.grid.CellLimitExceeded;
import io.daybreak.sheets.grid.GridChange;
import io.daybreak.sheets.grid.Tab;
import io.daybreak.sheets.grid.Workbook;
import io.daybreak.sheets.template.TemplateCopies.Use;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Copies the tabs of a report template into a spreadsheet, each once for all its runs. */
@ApplicationScoped
class TemplateTabs {

  private final PacedSheets sheets;
  private final TemplateCopies copies;

  TemplateTabs(PacedSheets sheets, TemplateCopies copies) {
    this.sheets = sheets;
    this.copies = copies;
  }

  /**
   * Copies what is missing. A tab is not missing when a copy that was recorded still stands,
   * whatever people call it now, when a tab of its title stands, whoever made it, or when another
   * run is copying it. A recorded copy that did not get its title before a crash gets it now. Tabs
   * that are called like a raw tab stand for one, and are not copied.
   *
   * <p>Before Google is asked for a copy it is written down which tabs stand. If nobody hears the
   * answer, the next run takes the tab that has come since and looks like the copy for it, so that
   * no tab is copied twice.
   *
   * @param fence asked before every write whether the run is still ours
   * @throws FailureException with {@link TemplateUnavailable} if the template cannot be read, with
   *     {@link CopiesAlike} if it cannot be told which tab the copy is
   */
  void copy(Use use, Fence fence) {
    Workbook source = read(use.template());
    Workbook target = sheets.workbook(use.spreadsheet());
    Map<Integer, TemplateCopy> known = copies.of(use);
    List<Tab> missing = new ArrayList<>();
    List<GridChange.Rename> renames = new ArrayList<>();
    for (Tab tab : source.tabs()) {
      TemplateCopy copy = known.get(tab.id());
      if (RawTabTitle.of(tab.title()).isPresent()
          || target.byTitle(tab.title()).isPresent()
          || copy != null && copy.beingMade()) {
        continue;
      }
      Integer stands = copy == null ? null : standing(use, tab, copy, target);
      if (stands == null) {
        missing.add(tab);
      } else if (copy != null && !copy.named()) {
        renames.add(new GridChange.Rename(stands, tab.title()));
      }
    }
    checkRoom(target, missing);
    Set<Integer> standing = target.tabs().stream().map(Tab::id).collect(Collectors.toSet());
    for (Tab tab : missing) {
      if (copies.intend(use, tab.id(), known.get(tab.id()), standing)) {
        int copy = sheets.copyTab(use.template(), tab.id(), use.spreadsheet(), fence);
        copies.made(use, tab.id(), use.run(), copy);
        renames.add(new GridChange.Rename(copy, tab.title()));
      }
    }
    if (!renames.isEmpty()) {
      sheets.change(use.spreadsheet(), List.copyOf(renames), fence);
      copies.named(use, renames.stream().map(GridChange.Rename::tab).toList());
    }
  }

  /** The copy where it stands, be it that nobody has heard of it yet; null if it is missing. */
  private @Nullable Integer standing(Use use, Tab tab, TemplateCopy copy, Workbook target) {
    if (copy.tab() != null) {
      return target.byId(copy.tab()).isPresent() ? copy.tab() : null;
    }
    Set<Integer> others = copies.anyIn(use.spreadsheet());
    List<Tab> alike =
        target.tabs().stream()
            .filter(other -> !copy.tabsBefore().contains(other.id()))
            .filter(
                other -> !others.contains(other.id()) && !target.marks().containsKey(other.id()))
            .filter(other -> other.rows() == tab.rows() && other.columns() == tab.columns())
            .filter(other -> other.title().contains(tab.title()))
            .toList();
    if (alike.size() > 1) {
      throw new CopiesAlike(tab.title(), alike.stream().map(Tab::title).toList()).toException();
    }
    return alike.stream()
        .map(Tab::id)
        .filter(found -> copies.made(use, tab.id(), copy.run(), found))
        .findFirst()
        .orElse(null);
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
