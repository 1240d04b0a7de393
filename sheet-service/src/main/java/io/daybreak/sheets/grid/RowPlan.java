package io.daybreak.sheets.grid;

import static io.daybreak.contracts.sheet.TabLayout.HEADER_ROWS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where new rows come to stand in a tab. They take the places of the rows that they replace; what
 * is too many of those goes, and what is missing is put in before the last of them, so that
 * whatever refers to the rows (a sum, a pivot table, a chart, a named range) goes on to cover them
 * all. Rows of other days and rows of other people stay where they are.
 *
 * <p>All rows are counted from 0, header included.
 *
 * @param deleted rows that go, as they are counted before
 * @param places rows that are there for the new ones, counted after the deletion
 * @param missing rows to put in
 * @param insertAt row before which they are put in, counted after the deletion
 * @param carry whether a row of another day has to change its place, because only so can rows be
 *     put in at the edge of what is referred to
 * @param lastRow the last row with a date or a place, after everything; the header's where there is
 *     none
 * @param keptRows rows with a date that stay
 */
public record RowPlan(
    List<Span> deleted,
    List<Span> places,
    int missing,
    int insertAt,
    Carry carry,
    int lastRow,
    long keptRows) {

  /** What happens to the row at the edge. */
  enum Carry {
    NOTHING,
    /** It goes back up before the rows that were put in. */
    UP,
    /** It is copied down behind them, and they begin in its place. */
    DOWN
  }

  public RowPlan {
    deleted = List.copyOf(deleted);
    places = List.copyOf(places);
  }

  /**
   * @param rows the tab's rows
   * @param range the days that are replaced
   * @param wanted rows that the tab will have of them
   */
  public static RowPlan of(DatedRows rows, DayRange range, int wanted) {
    List<Integer> replaced = new ArrayList<>();
    int first = -1;
    int last = -1;
    int before = -1;
    for (int index = 0; index < rows.size(); index++) {
      if (!rows.dated(index)) {
        continue;
      }
      LocalDate day = TypedRows.DAY_ZERO.plusDays(rows.serial(index));
      first = first < 0 ? index : first;
      last = index;
      if (range.has(day)) {
        replaced.add(HEADER_ROWS + index);
      } else if (range.from() == null || day.isBefore(range.from())) {
        before = index;
      }
    }
    int kept = count(rows) - replaced.size();
    if (!replaced.isEmpty()) {
      return inPlaces(replaced, wanted, kept, HEADER_ROWS + last);
    }
    if (kept == 0) {
      return wanted == 0
          ? new RowPlan(List.of(), List.of(), 0, HEADER_ROWS, Carry.NOTHING, HEADER_ROWS - 1, 0)
          : intoNothing(rows, wanted);
    }
    boolean descending = rows.serial(first) > rows.serial(last);
    return descending || before < 0
        ? atTheTop(HEADER_ROWS + first, wanted, kept, HEADER_ROWS + last)
        : behind(HEADER_ROWS + before, wanted, kept, HEADER_ROWS + last);
  }

  /** Takes the places of replaced rows; the last of them is the last place. */
  private static RowPlan inPlaces(List<Integer> replaced, int wanted, int kept, int last) {
    int surplus = replaced.size() - wanted;
    if (surplus <= 0) {
      return new RowPlan(
          List.of(),
          Span.of(replaced),
          -surplus,
          replaced.get(replaced.size() - 1),
          Carry.NOTHING,
          last - surplus,
          kept);
    }
    // Google does not let a tab be without a row below the header: one stays, empty.
    int stay = wanted == 0 && kept == 0 ? 1 : wanted;
    List<Integer> going =
        replaced.subList(Math.max(0, stay - 1), replaced.size() - Math.min(1, stay));
    List<Integer> staying = new ArrayList<>(replaced.subList(0, Math.max(0, stay - 1)));
    if (stay > 0) {
      staying.add(replaced.get(replaced.size() - 1));
    }
    List<Span> deleted = Span.of(going);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < staying.size(); i++) {
      // All that goes stands before the last place and behind the others.
      places.add(i < stay - 1 ? staying.get(i) : staying.get(i) - going.size());
    }
    return new RowPlan(deleted, Span.of(places), 0, 0, Carry.NOTHING, last - going.size(), kept);
  }

  /** A tab without any row of ours: the empty row that it has is the first place. */
  private static RowPlan intoNothing(DatedRows rows, int wanted) {
    boolean place = rows.size() == 0;
    return new RowPlan(
        List.of(),
        place ? List.of(new Span(HEADER_ROWS, HEADER_ROWS + 1)) : List.of(),
        wanted - (place ? 1 : 0),
        HEADER_ROWS,
        Carry.NOTHING,
        HEADER_ROWS + wanted - 1,
        0);
  }

  /** Behind a row of an earlier day. */
  private static RowPlan behind(int row, int wanted, int kept, int last) {
    return wanted == 0 || row < last
        ? new RowPlan(List.of(), List.of(), wanted, row + 1, Carry.NOTHING, last + wanted, kept)
        : new RowPlan(List.of(), List.of(), wanted, row, Carry.UP, last + wanted, kept);
  }

  /** Before the first row. */
  private static RowPlan atTheTop(int row, int wanted, int kept, int last) {
    return row == last
        ? new RowPlan(List.of(), List.of(), wanted, row, Carry.NOTHING, last + wanted, kept)
        : new RowPlan(List.of(), List.of(), wanted, row + 1, Carry.DOWN, last + wanted, kept);
  }

  private static int count(DatedRows rows) {
    int count = 0;
    for (int index = 0; index < rows.size(); index++) {
      count += rows.dated(index) ? 1 : 0;
    }
    return count;
  }

  /** Where the first row that is put in stands before any row has its values. */
  int firstPlace() {
    return switch (carry) {
      case NOTHING -> insertAt;
      case UP -> insertAt + 1;
      case DOWN -> insertAt - 1;
    };
  }

  /** Where the new rows go in the end, ascending. */
  public List<Span> finalPlaces() {
    if (missing == 0) {
      return places;
    }
    if (places.isEmpty()) {
      return List.of(new Span(firstPlace(), firstPlace() + missing));
    }
    List<Span> all = new ArrayList<>(places.subList(0, places.size() - 1));
    Span last = places.get(places.size() - 1);
    all.add(new Span(last.from(), last.to() + missing));
    return all;
  }

  /** Where a range is after rows have gone and come, as Google moves whatever refers to it. */
  Area moved(Area area) {
    int from = area.fromRow();
    int to = area.toRow();
    for (int i = deleted.size() - 1; i >= 0; i--) {
      from = without(from, deleted.get(i));
      to = to == Area.OPEN ? to : without(to, deleted.get(i));
    }
    if (missing > 0) {
      to = to != Area.OPEN && to > insertAt ? to + missing : to;
      from = from >= insertAt ? from + missing : from;
    }
    return new Area(from, to, area.fromColumn(), area.toColumn());
  }

  private static int without(int row, Span gone) {
    return row <= gone.from() ? row : row >= gone.to() ? row - gone.rows() : gone.from();
  }

  /** Rows of each day that stay. */
  public static Map<LocalDate, Long> keptPerDay(DatedRows rows, DayRange range) {
    Map<LocalDate, Long> kept = rows.perDay();
    kept.keySet().removeIf(range::has);
    return kept;
  }
}
