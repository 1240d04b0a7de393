package io.daybreak.sheets.grid;

import io.daybreak.contracts.sheet.TabLayout;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Our tab as it was when it was read, with what people have made of it.
 *
 * @param frozenRows rows that are frozen at the top
 * @param names the named ranges of the whole spreadsheet
 * @param mark ours; null where the tab has none yet
 * @param top the texts of the first two rows in our columns, an empty text for an empty cell
 */
public record TabView(
    Tab tab,
    int frozenRows,
    List<Area> merges,
    @Nullable TabFilter filter,
    List<Protection> protections,
    List<NamedRange> names,
    @Nullable Mark mark,
    List<List<String>> top,
    DatedRows rows) {

  public TabView {
    merges = List.copyOf(merges);
    protections = List.copyOf(protections);
    names = List.copyOf(names);
    top = List.copyOf(top);
  }

  /** A tab of which nothing matters but its rows. */
  static TabView bare(Tab tab, DatedRows rows) {
    return new TabView(tab, 0, List.of(), null, List.of(), List.of(), null, List.of(), rows);
  }

  /** A protected range that keeps us from writing our columns. */
  public Optional<Protection> protection(TabLayout layout) {
    Area ours = new Area(0, tab.rows(), 0, Math.min(tab.columns(), layout.columns().size()));
    return protections.stream().filter(protection -> protection.forbids(ours)).findFirst();
  }

  /**
   * Whether our columns have neither notice nor header, as in a tab that a person has just made.
   */
  public boolean blank() {
    return top.stream().flatMap(List::stream).allMatch(String::isEmpty);
  }

  /**
   * @throws io.daybreak.sheets.failure.FailureException with {@link TabChanged}, naming the cell,
   *     if the header is not ours
   */
  public void requireHeader(TabLayout layout) {
    if (blank()) {
      return;
    }
    List<String> wanted = Grids.headerRow(layout);
    List<String> found = top.size() < TabLayout.HEADER_ROWS ? List.of() : top.get(1);
    for (int column = 0; column < wanted.size(); column++) {
      String text = column < found.size() ? found.get(column) : "";
      if (!text.equals(wanted.get(column))) {
        throw TabChanged.header(tab.title(), column, text, wanted.get(column)).toException();
      }
    }
  }
}
