package io.daybreak.sheets.grid;

import static io.daybreak.contracts.sheet.TabLayout.HEADER_ROWS;

import io.daybreak.contracts.sheet.TabLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one update that puts a run's rows where people see them. In a tab that stands only our own
 * cells change; what people have made of it stays, and what refers to our rows follows them.
 *
 * @param changes to be applied wholly or not at all
 * @param peakCells the most cells the spreadsheet has while they are applied
 */
public record Publication(List<GridChange> changes, long peakCells) {

  /**
   * In how many portions rows move from the staging tab to the tab where there is no room for both
   * in full: each portion is taken off the one after it was copied to the other.
   */
  private static final int PORTIONS = 20;

  /** A range that reports can be made of: header and rows of our columns. */
  private static final String NAME_SUFFIX = "_data";

  /** The tab is made, with exactly our columns, and looks as we think it should. */
  public static Publication asNewTab(
      Workbook before, int id, NewRows rows, TabLayout layout, Stamp stamp) {
    List<GridChange> changes = new ArrayList<>();
    int tab = id;
    if (rows instanceof NewRows.Staged staged) {
      tab = staged.staging().id();
      resizeRows(changes, tab, staged.staging().rows(), Grids.rowsFor(staged.count()));
      changes.addAll(Grids.formats(tab, layout));
      changes.add(new GridChange.Rename(tab, layout.title()));
      changes.add(new GridChange.Show(tab));
    } else if (rows instanceof NewRows.Inline inline) {
      int columns = layout.columns().size();
      changes.add(
          new GridChange.AddTab(
              tab, layout.title(), Grids.rowsFor(inline.count()), columns, false));
      changes.addAll(Grids.frame(tab, layout));
      if (inline.count() > 0) {
        changes.add(new GridChange.PutRows(tab, HEADER_ROWS, inline.rows(), columns));
      }
    }
    changes.add(new GridChange.PutNotice(tab, stamp.text(), stamp.note()));
    changes.add(new GridChange.AddMark(tab, Mark.value(stamp.run(), layout.title())));
    Area data = new Area(1, Grids.rowsFor(rows.count()), 0, layout.columns().size());
    int named = tab;
    name(layout)
        .filter(name -> !before.names().contains(name))
        .ifPresent(name -> changes.add(new GridChange.AddName(name, named, data)));
    return new Publication(changes, Sizes.peak(before, changes));
  }

  /**
   * Into the tab that stands.
   *
   * @param before the whole spreadsheet, or only the tab where the rest does not matter
   */
  public static Publication into(
      TabView view, Workbook before, NewRows rows, TabLayout layout, RowPlan plan, Stamp stamp) {
    Publication atOnce = into(view, before, rows, layout, plan, stamp, 1);
    boolean divisible = rows instanceof NewRows.Staged && plan.finalPlaces().size() == 1;
    return atOnce.peakCells() <= Workbook.CELL_LIMIT || !divisible
        ? atOnce
        : into(view, before, rows, layout, plan, stamp, PORTIONS);
  }

  private static Publication into(
      TabView view,
      Workbook before,
      NewRows rows,
      TabLayout layout,
      RowPlan plan,
      Stamp stamp,
      int portions) {
    List<GridChange> changes = new ArrayList<>();
    int tab = view.tab().id();
    int columns = layout.columns().size();
    if (view.filter() != null) {
      changes.add(new GridChange.ClearFilter(tab));
    }
    Area data = new Area(HEADER_ROWS, Area.OPEN, 0, columns);
    view.merges().stream()
        .filter(merge -> merge.overlaps(data))
        .forEach(merge -> changes.add(new GridChange.Unmerge(tab, merge)));
    growColumns(changes, view.tab(), columns);
    deleteRows(changes, view, plan);
    if (view.tab().rows() < HEADER_ROWS + 1) {
      changes.add(new GridChange.AppendRows(tab, HEADER_ROWS + 1 - view.tab().rows()));
    }
    if (rows instanceof NewRows.Inline inline) {
      insert(changes, tab, plan, columns);
      put(changes, tab, plan, inline, columns);
    } else if (rows instanceof NewRows.Staged staged && portions == 1) {
      insert(changes, tab, plan, columns);
      copy(changes, tab, plan, staged, columns);
    } else if (rows instanceof NewRows.Staged staged) {
      movePortions(changes, tab, plan, staged, columns, portions);
    }
    if (rows.count() == 0 && !plan.places().isEmpty()) {
      changes.add(new GridChange.ClearRow(tab, plan.places().get(0).from(), columns));
    }
    if (view.blank()) {
      changes.add(new GridChange.PutTexts(tab, 1, List.of(Grids.headerRow(layout))));
      changes.addAll(Grids.formats(tab, layout));
    }
    changes.add(new GridChange.PutNotice(tab, stamp.text(), stamp.note()));
    mark(changes, view, layout, stamp);
    name(changes, view, layout, plan);
    if (rows instanceof NewRows.Staged staged) {
      changes.add(new GridChange.RemoveTab(staged.staging().id()));
    }
    if (view.filter() != null) {
      changes.add(new GridChange.SetFilter(tab, view.filter(), plan.moved(view.filter().area())));
    }
    return new Publication(changes, Sizes.peak(before, changes));
  }

  private static void growColumns(List<GridChange> changes, Tab tab, int columns) {
    if (tab.columns() < columns) {
      changes.add(new GridChange.AppendColumns(tab.id(), columns - tab.columns()));
    }
  }

  /** From the bottom up, so that no row is counted anew. */
  private static void deleteRows(List<GridChange> changes, TabView view, RowPlan plan) {
    int left = view.tab().rows() - Span.rows(plan.deleted());
    if (!plan.deleted().isEmpty() && left <= view.frozenRows()) {
      changes.add(new GridChange.FreezeRows(view.tab().id(), HEADER_ROWS)); // Google wants a row
    }
    for (int i = plan.deleted().size() - 1; i >= 0; i--) {
      Span span = plan.deleted().get(i);
      changes.add(new GridChange.DeleteRows(view.tab().id(), span.from(), span.to()));
    }
  }

  private static void insert(List<GridChange> changes, int tab, RowPlan plan, int columns) {
    if (plan.missing() > 0) {
      changes.add(new GridChange.InsertRows(tab, plan.insertAt(), plan.missing()));
      carry(changes, tab, plan, plan.missing(), columns);
    }
  }

  private static void carry(
      List<GridChange> changes, int tab, RowPlan plan, int inserted, int columns) {
    int at = plan.insertAt();
    if (plan.carry() == RowPlan.Carry.UP) {
      changes.add(new GridChange.CopyValues(tab, at + inserted, tab, at, 1, columns));
    } else if (plan.carry() == RowPlan.Carry.DOWN) {
      changes.add(new GridChange.CopyValues(tab, at - 1, tab, at - 1 + inserted, 1, columns));
    }
  }

  private static void put(
      List<GridChange> changes, int tab, RowPlan plan, NewRows.Inline inline, int columns) {
    int done = 0;
    for (Span place : plan.finalPlaces()) {
      int rows = Math.min(place.rows(), inline.count() - done);
      if (rows > 0) {
        changes.add(
            new GridChange.PutRows(
                tab, place.from(), inline.rows().subList(done, done + rows), columns));
        done += rows;
      }
    }
  }

  private static void copy(
      List<GridChange> changes, int tab, RowPlan plan, NewRows.Staged staged, int columns) {
    int done = 0;
    for (Span place : plan.finalPlaces()) {
      int rows = Math.min(place.rows(), staged.count() - done);
      if (rows > 0) {
        changes.add(
            new GridChange.CopyValues(
                staged.staging().id(), HEADER_ROWS + done, tab, place.from(), rows, columns));
        done += rows;
      }
    }
  }

  /**
   * Rows are put in before the last place, as many as the next portion needs; the last place is the
   * last one all the time.
   */
  private static void movePortions(
      List<GridChange> changes,
      int tab,
      RowPlan plan,
      NewRows.Staged staged,
      int columns,
      int portions) {
    int portion = (staged.count() + portions - 1) / portions;
    int first = plan.finalPlaces().get(0).from();
    int places = Span.rows(plan.places());
    // The staging tab's own surplus goes first; it has to keep a row below its header.
    resizeRows(
        changes, staged.staging().id(), staged.staging().rows(), Grids.rowsFor(staged.count()));
    for (int moved = 0; moved < staged.count(); moved += portion) {
      int rows = Math.min(portion, staged.count() - moved);
      int lacking = moved + rows - places;
      if (lacking > 0) {
        int at = places == 0 ? plan.insertAt() : first + places - 1;
        changes.add(new GridChange.InsertRows(tab, at, lacking));
        if (places == 0) {
          carry(changes, tab, plan, lacking, columns);
        }
        places += lacking;
      }
      changes.add(
          new GridChange.CopyValues(
              staged.staging().id(), HEADER_ROWS, tab, first + moved, rows, columns));
      if (moved + rows < staged.count()) {
        changes.add(
            new GridChange.DeleteRows(staged.staging().id(), HEADER_ROWS, HEADER_ROWS + rows));
      }
    }
  }

  private static void mark(List<GridChange> changes, TabView view, TabLayout layout, Stamp stamp) {
    String value = Mark.value(stamp.run(), layout.title());
    changes.add(
        view.mark() == null
            ? new GridChange.AddMark(view.tab().id(), value)
            : new GridChange.ChangeMark(view.mark().id(), value));
  }

  /** Follows the rows by itself where people have not moved it; made where there is none. */
  private static void name(List<GridChange> changes, TabView view, TabLayout layout, RowPlan plan) {
    Optional<String> name = name(layout);
    if (name.isEmpty()) {
      return;
    }
    int end = Math.max(plan.lastRow(), HEADER_ROWS) + 1;
    Area wanted = new Area(1, end, 0, layout.columns().size());
    Optional<NamedRange> standing =
        view.names().stream().filter(range -> range.name().equals(name.get())).findFirst();
    if (standing.isEmpty()) {
      changes.add(new GridChange.AddName(name.get(), view.tab().id(), wanted));
    } else if (standing.get().tab() == view.tab().id()
        && !plan.moved(standing.get().area()).equals(wanted)) {
      changes.add(new GridChange.MoveName(standing.get().id(), view.tab().id(), wanted));
    }
  }

  /** {@code NSA_GTD_1000001_data}; nothing for a title that no range can be called by. */
  public static Optional<String> name(TabLayout layout) {
    return layout.title().matches("[A-Za-z_][A-Za-z0-9_]{0,200}")
        ? Optional.of(layout.title() + NAME_SUFFIX)
        : Optional.empty();
  }

  private static void resizeRows(List<GridChange> changes, int tab, int from, int to) {
    if (from > to) {
      changes.add(new GridChange.DeleteRows(tab, to, from));
    } else if (from < to) {
      changes.add(new GridChange.AppendRows(tab, to - from));
    }
  }
}
