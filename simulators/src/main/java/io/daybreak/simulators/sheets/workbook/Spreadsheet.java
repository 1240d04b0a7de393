package io.daybreak.simulators.sheets.workbook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.simulators.sheets.grid.Area;
import io.daybreak.simulators.sheets.grid.CellCode;
import io.daybreak.simulators.sheets.grid.Grid;
import io.daybreak.simulators.sheets.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
  private final CellCode codes;
  private final List<Tab> tabs = new ArrayList<>();
  private SheetObjects objects = new SheetObjects();
  private ObjectNode properties =
      JsonNodeFactory.instance
          .objectNode()
          .put("locale", "ko_KR")
          .put("autoRecalc", "ON_CHANGE")
          .put("timeZone", "Asia/Seoul");
  private @Nullable String editor;

  public Spreadsheet(String id, String title, CellCode codes) {
    this.id = id;
    this.title = title;
    this.codes = codes;
  }

  /** A spreadsheet that changes independently of this one; the rows are shared. */
  public Spreadsheet draft() {
    Spreadsheet draft = new Spreadsheet(id, title, codes);
    draft.objects = objects.copy();
    draft.properties = properties;
    draft.editor = editor;
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

  /** Locale, time zone and their like; not to be changed. */
  public ObjectNode properties() {
    return properties;
  }

  public void properties(ObjectNode newProperties) {
    properties = newProperties;
  }

  /** What people put on the tabs. */
  public SheetObjects objects() {
    return objects;
  }

  /** Who changes the spreadsheet from here on; null for somebody who may do everything. */
  void editor(@Nullable String user) {
    editor = user;
  }

  /** Refuses an area that somebody has protected against the one who changes it. */
  public void requireEditable(Tab tab, Area area) {
    if (editor != null) {
      new Protections(this, tab).requireEditable(area, editor);
    }
  }

  /** Refuses a change to a tab that somebody has protected as a whole. */
  public void requireEditableAsWhole(Tab tab) {
    if (editor != null) {
      new Protections(this, tab).requireNotWhole(editor);
    }
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
    requireEditable(tab, tab.grid().area());
    new ReferenceMoves(this, codes).removed(tab);
    tabs.remove(tab);
    objects.removeTab(tab.id());
  }

  /** Renames a tab, and what refers to it. */
  public void rename(Tab tab, String newTitle) {
    requireFree(newTitle, tab);
    new ReferenceMoves(this, codes).renamed(tab, newTitle);
    tab.title(newTitle);
  }

  /** Puts blank rows or columns in; what refers to the tab moves along. */
  public void insert(Tab tab, boolean rows, int at, int count) {
    reserve((long) count * (rows ? tab.grid().columnCount() : tab.grid().rowCount()));
    if (rows) {
      tab.insertRows(at, count);
    } else {
      tab.insertColumns(at, count);
    }
    new ReferenceMoves(this, codes).moved(tab, new Shift(tab.id(), rows, at, count, true));
  }

  /** Cuts rows or columns out, the end not included; what refers to the tab moves along. */
  public void delete(Tab tab, boolean rows, int from, int to) {
    if (rows) {
      tab.deleteRows(from, to);
    } else {
      tab.deleteColumns(from, to);
    }
    new ReferenceMoves(this, codes).moved(tab, new Shift(tab.id(), rows, from, to - from, false));
  }

  /** Adds a copy of a tab with what is on it. */
  public void insertCopy(Tab copy, Stream<SheetObject> originals, @Nullable Integer index) {
    insert(copy, index);
    objects.copied(originals, copy.id()).forEach(objects::add);
  }

  /** Settles the formulas of a tab that came from another spreadsheet under another title. */
  public void settle(Tab copy, String formerTitle) {
    new ReferenceMoves(this, codes).arrived(copy, formerTitle);
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
