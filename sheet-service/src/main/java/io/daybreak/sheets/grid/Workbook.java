package io.daybreak.sheets.grid;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A spreadsheet as it was when it was read: all its tabs. */
public record Workbook(List<Tab> tabs) {

  /**
   * How many cells all tabs of a spreadsheet may have together.
   *
   * @see <a href="https://support.google.com/drive/answer/37603">Files you can store in Drive</a>
   */
  public static final long CELL_LIMIT = 10_000_000;

  public Workbook {
    tabs = List.copyOf(tabs);
  }

  public long cells() {
    return tabs.stream().mapToLong(Tab::cells).sum();
  }

  public Optional<Tab> byId(int id) {
    return tabs.stream().filter(tab -> tab.id() == id).findFirst();
  }

  /** The tab with this title; Google tells titles apart without regard to case. */
  public Optional<Tab> byTitle(String title) {
    return tabs.stream().filter(tab -> tab.title().equalsIgnoreCase(title)).findFirst();
  }

  public Workbook without(Set<Integer> ids) {
    return new Workbook(tabs.stream().filter(tab -> !ids.contains(tab.id())).toList());
  }
}
