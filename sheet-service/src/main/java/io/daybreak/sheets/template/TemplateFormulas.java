package io.daybreak.sheets.template;

import io.daybreak.contracts.sheet.RawTabTitle;
import io.daybreak.contracts.sheet.TabLayout;
import io.daybreak.sheets.google.Fence;
import io.daybreak.sheets.google.PacedSheets;
import io.daybreak.sheets.grid.CellRange;
import io.daybreak.sheets.grid.FormulaCell;
import io.daybreak.sheets.grid.GridChange;
import io.daybreak.sheets.grid.Publication;
import io.daybreak.sheets.grid.Tab;
import io.daybreak.sheets.grid.Workbook;
import io.daybreak.sheets.template.FormulaReferences.Pointed;
import io.daybreak.sheets.template.TemplateCopies.Use;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the formulas of a template's copies right, once for each raw tab. Google leaves a formula
 * that came with a copy in error when the tab that it names arrives after it, until it is written
 * once more.
 */
@ApplicationScoped
class TemplateFormulas {

  /** How many formulas of a template's copies are looked at. */
  private static final int MOST_FORMULAS = 100_000;

  /** How many characters of formulas go into one update. */
  private static final int BATCH = 500_000;

  private final PacedSheets sheets;
  private final TemplateCopies copies;

  TemplateFormulas(PacedSheets sheets, TemplateCopies copies) {
    this.sheets = sheets;
    this.copies = copies;
  }

  /**
   * @param rawTab sheet id of the tab with the rows
   * @param fence asked before every write whether the run is still ours
   * @return cells in A1 notation whose formulas refer to what is not there
   */
  List<String> point(Use use, int rawTab, TabLayout layout, Fence fence) {
    Set<Integer> links = copies.links(use);
    if (links.contains(rawTab)) {
      return List.of();
    }
    Set<Integer> made =
        copies.of(use).values().stream()
            .map(TemplateCopy::tab)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Workbook book = sheets.workbook(use.spreadsheet());
    List<Integer> standing = made.stream().filter(tab -> book.byId(tab).isPresent()).toList();
    if (standing.isEmpty()) {
      copies.link(use, rawTab, made);
      return List.of();
    }
    List<FormulaCell> formulas = sheets.formulas(use.spreadsheet(), standing, MOST_FORMULAS);
    List<FormulaCell> changed =
        changed(formulas, references(book, rawTab, layout), links.isEmpty());
    if (!changed.isEmpty()) {
      for (List<GridChange> batch : batches(changed)) {
        sheets.change(use.spreadsheet(), batch, fence);
      }
      formulas = sheets.formulas(use.spreadsheet(), standing, MOST_FORMULAS);
    }
    copies.link(use, rawTab, made);
    return formulas.stream().filter(FormulaCell::broken).map(cell -> a1(book, cell)).toList();
  }

  private static Optional<FormulaReferences> references(
      Workbook book, int rawTab, TabLayout layout) {
    return RawTabTitle.of(layout.title())
        .map(
            raw ->
                new FormulaReferences(
                    raw,
                    book.byId(rawTab).map(Tab::title).orElse(layout.title()),
                    Publication.name(layout).filter(book.names()::contains).orElse(null),
                    title -> book.byTitle(title).isPresent(),
                    name -> book.names().stream().anyMatch(name::equalsIgnoreCase)));
  }

  /**
   * What has to be written once more.
   *
   * @param fresh whether this is the first look at a copy: an error may be hidden, as by {@code
   *     IFERROR}
   */
  private static List<FormulaCell> changed(
      List<FormulaCell> formulas, Optional<FormulaReferences> references, boolean fresh) {
    List<FormulaCell> changed = new ArrayList<>();
    for (FormulaCell cell : formulas) {
      Pointed pointed =
          references
              .map(known -> known.point(cell.formula()))
              .orElseGet(() -> new Pointed(cell.formula(), cell.formula().contains("!")));
      if (!pointed.text().equals(cell.formula()) || cell.broken() || fresh && pointed.toTabs()) {
        changed.add(
            new FormulaCell(cell.tab(), cell.row(), cell.column(), pointed.text(), cell.broken()));
      }
    }
    return changed;
  }

  private static List<List<GridChange>> batches(List<FormulaCell> cells) {
    List<List<GridChange>> batches = new ArrayList<>();
    List<GridChange> batch = new ArrayList<>();
    List<String> side = new ArrayList<>();
    int characters = 0;
    for (int i = 0; i < cells.size(); i++) {
      FormulaCell cell = cells.get(i);
      side.add(cell.formula());
      characters += cell.formula().length();
      if (i + 1 == cells.size() || !beside(cell, cells.get(i + 1)) || characters > BATCH) {
        int first = cell.column() + 1 - side.size();
        batch.add(new GridChange.PutFormulas(cell.tab(), cell.row(), first, side));
        side.clear();
      }
      if (i + 1 == cells.size() || characters > BATCH) {
        batches.add(List.copyOf(batch));
        batch.clear();
        characters = 0;
      }
    }
    return batches;
  }

  private static boolean beside(FormulaCell cell, FormulaCell next) {
    return next.tab() == cell.tab()
        && next.row() == cell.row()
        && next.column() == cell.column() + 1;
  }

  private static String a1(Workbook book, FormulaCell cell) {
    String title = book.byId(cell.tab()).map(Tab::title).orElse("");
    return "'%s'!%s%d"
        .formatted(title.replace("'", "''"), CellRange.letters(cell.column()), cell.row() + 1);
  }
}
