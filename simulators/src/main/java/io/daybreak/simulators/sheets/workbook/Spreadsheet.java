package io.daybreak.simulators.sheets.workbook;

import io.daybreak.simulators.sheets.grid.Grid;
import io.daybreak.simulators.sheets.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet: tabs in their order, with titles that differ and a limit of cells for them all.
 */
public final class Spreadsheet {

  /** Google's limit of reserved cells over all tabs of a spreadsheet. */
  public static final long CELL_LIMIT = 10_000_000;

  private static final int TITLE_LIMIT = 100;

  private final String id;
  private String title;
  private final List<Tab> tabs = new ArrayList<>();

  public Spreadsheet(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** A spreadsheet that changes independently of this one; the rows are shared. */
  public Spreadsheet draft() {
    Spreadsheet draft = new Spreadsheet(id, title);
    tabs.forEach(tab -> draft.tabs.add(tab.copy(tab.id(), tab.title())));
    return draft;
  }

  public String id() {
    return id;
  }

  public String title() {
    return title;
  }

  public void title(String newTitle) {
    title = newTitle;
  }

  public List<Tab> tabs() {
    return List.copyOf(tabs);
  }

  public int indexOf(Tab tab) {
    return tabs.indexOf(tab);
  }

  public Tab tab(int sheetId) {
    return find(sheetId).orElseThrow(() -> Refusal.invalid("No grid with id: " + sheetId));
  }

  public Optional<Tab> find(int sheetId) {
    return tabs.stream().filter(tab -> tab.id() == sheetId).findFirst();
  }

  public Optional<Tab> find(String wanted) {
    return tabs.stream().filter(tab -> tab.title().equalsIgnoreCase(wanted)).findFirst();
  }

  /** Reserved cells over all tabs. */
  public long cells() {
    return tabs.stream().mapToLong(tab -> tab.grid().cells()).sum();
  }

  /** Refuses so many more cells where the limit does not allow them. */
  public void reserve(long more) {
    if (more > 0 && cells() + more > CELL_LIMIT) {
      throw Refusal.invalid(
          "This action would increase the number of cells in the workbook above the limit of %d cells."
              .formatted(CELL_LIMIT));
    }
  }

  /**
   * Adds a tab.
   *
   * @param sheetId null for a new one
   * @param wanted title, null for Google's own "Sheet2"
   * @param index position, null for the last
   */
  public Tab add(
      @Nullable Integer sheetId, @Nullable String wanted, Grid grid, @Nullable Integer index) {
    Tab tab = new Tab(newId(sheetId), wanted == null ? freeTitle() : wanted, grid);
    insert(tab, index);
    return tab;
  }

  /** Adds a tab that was made from another. */
  public void insert(Tab tab, @Nullable Integer index) {
    requireFree(tab.title(), null);
    reserve(tab.grid().cells());
    tabs.add(position(index), tab);
  }

  public void remove(Tab tab) {
    requireAnotherVisible(tab);
    tabs.remove(tab);
  }

  public void rename(Tab tab, String newTitle) {
    requireFree(newTitle, tab);
    tab.title(newTitle);
  }

  public void hide(Tab tab, boolean hidden) {
    if (hidden) {
      requireAnotherVisible(tab);
    }
    tab.hidden(hidden);
  }

  public void move(Tab tab, int index) {
    int position = position(index);
    int from = tabs.indexOf(tab);
    tabs.remove(tab);
    // Google counts the index before the tab is taken out.
    tabs.add(position > from ? position - 1 : position, tab);
  }

  /** A sheet id that is free: the one asked for, or the lowest above the ones in use. */
  public int newId(@Nullable Integer wanted) {
    if (wanted == null) {
      return tabs.stream().mapToInt(Tab::id).max().orElse(-1) + 1;
    }
    if (wanted < 0) {
      throw Refusal.invalid("Sheet id must be non-negative.");
    }
    if (find(wanted).isPresent()) {
      throw Refusal.invalid("Sheet with id " + wanted + " already exists.");
    }
    return wanted;
  }

  private int position(@Nullable Integer index) {
    if (index == null) {
      return tabs.size();
    }
    if (index < 0 || index > tabs.size()) {
      throw Refusal.invalid( // [?]
          "Sheet index %d is out of bounds: there are %d sheets.".formatted(index, tabs.size()));
    }
    return index;
  }

  private String freeTitle() {
    int number = tabs.size() + 1;
    while (find("Sheet" + number).isPresent()) {
      number++;
    }
    return "Sheet" + number;
  }

  private void requireFree(String wanted, @Nullable Tab except) {
    if (wanted.length() > TITLE_LIMIT) {
      throw Refusal.invalid("The sheet name cannot be greater than 100 characters.");
    }
    if (find(wanted).filter(tab -> tab != except).isPresent()) {
      throw Refusal.invalid(
          "A sheet with the name \"%s\" already exists. Please enter another name."
              .formatted(wanted));
    }
  }

  private void requireAnotherVisible(Tab tab) {
    if (tabs.stream().allMatch(other -> other == tab || other.hidden())) {
      throw Refusal.invalid("You can't remove all the visible sheets in a document.");
    }
  }
}
