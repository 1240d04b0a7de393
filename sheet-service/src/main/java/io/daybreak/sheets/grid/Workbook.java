package io.daybreak.sheets.grid;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet as it was when it was read: all its tabs.
 *
 * @param names its named ranges
 * @param marks our marks by the id of their tab
 * @param about what people know it by; null where that was not read
 */
public record Workbook(
    List<Tab> tabs, Set<String> names, Map<Integer, Mark> marks, @Nullable About about) {

  /**
   * What people know a spreadsheet by.
   *
   * @param timeZone by which {@code TODAY()} goes in its formulas, such as {@code Asia/Seoul}; null
   *     where Google does not say it
   */
  public record About(String title, @Nullable String timeZone) {}

  /**
   * How many cells all tabs of a spreadsheet may have together.
   *
   * @see <a href="https://support.google.com/drive/answer/37603">Files you can store in Drive</a>
   */
  public static final long CELL_LIMIT = 10_000_000;

  public Workbook {
    tabs = List.copyOf(tabs);
    names = Set.copyOf(names);
    marks = Map.copyOf(marks);
  }

  /** Tabs of which nothing but the sizes matters. */
  public Workbook(List<Tab> tabs) {
    this(tabs, Set.of(), Map.of(), null);
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

  /** The tab that bears our mark for a title; nothing where several do, as after a copy. */
  public Optional<Tab> byMark(String title) {
    List<Tab> marked =
        tabs.stream()
            .filter(tab -> marks.containsKey(tab.id()))
            .filter(tab -> marks.get(tab.id()).title().equals(title))
            .toList();
    return marked.size() == 1 ? Optional.of(marked.get(0)) : Optional.empty();
  }

  /** The tab that a run has published into last. */
  public Optional<Tab> publishedBy(UUID run) {
    return tabs.stream()
        .filter(tab -> marks.containsKey(tab.id()))
        .filter(tab -> marks.get(tab.id()).run().equals(run))
        .findFirst();
  }

  public Workbook without(Set<Integer> ids) {
    return new Workbook(
        tabs.stream().filter(tab -> !ids.contains(tab.id())).toList(), names, marks, about);
  }

  Workbook with(List<Tab> changed) {
    return new Workbook(changed, names, marks, about);
  }
}
