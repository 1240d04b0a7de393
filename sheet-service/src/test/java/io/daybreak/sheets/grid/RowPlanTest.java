package io.daybreak.sheets.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows are counted from 0; the data begin with row 2. */
class RowPlanTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final DayRange FROM_DAY_5 = new DayRange(DAY.plusDays(5), null, Set.of());

  @Test
  void asManyRowsAsBeforeTakeTheirPlaces() {
    RowPlan plan = RowPlan.of(days(1, 2, 5, 5, 6), FROM_DAY_5, 3);

    assertThat(plan.deleted()).isEmpty();
    assertThat(plan.missing()).isZero();
    assertThat(plan.finalPlaces()).containsExactly(new Span(4, 7));
    assertThat(plan.keptRows()).isEqualTo(2);
  }

  @Test
  void moreRowsArePutInBeforeTheLastSoThatWhatCoversThemGrows() {
    RowPlan plan = RowPlan.of(days(1, 2, 5, 6), FROM_DAY_5, 5);

    assertThat(plan.insertAt()).isEqualTo(5);
    assertThat(plan.missing()).isEqualTo(3);
    assertThat(plan.finalPlaces()).containsExactly(new Span(4, 9));
    assertThat(plan.moved(new Area(2, 6, 0, 3))).isEqualTo(new Area(2, 9, 0, 3));
    assertThat(plan.lastRow()).isEqualTo(8);
  }

  @Test
  void fewerRowsGoFromBetween() {
    RowPlan plan = RowPlan.of(days(1, 5, 5, 6, 7), FROM_DAY_5, 2);

    assertThat(plan.deleted()).containsExactly(new Span(4, 6));
    assertThat(plan.finalPlaces()).containsExactly(new Span(3, 5));
    assertThat(plan.moved(new Area(2, 7, 0, 3))).isEqualTo(new Area(2, 5, 0, 3));
  }

  @Test
  void aNewDayBehindTheOthersIsPutInBeforeTheLastRowWhichMovesUp() {
    RowPlan plan = RowPlan.of(days(1, 2, 3), FROM_DAY_5, 2);

    assertThat(plan.insertAt()).isEqualTo(4);
    assertThat(plan.carry()).isEqualTo(RowPlan.Carry.UP);
    assertThat(plan.finalPlaces()).containsExactly(new Span(5, 7));
    assertThat(plan.moved(new Area(2, 5, 0, 3))).isEqualTo(new Area(2, 7, 0, 3));
  }

  @Test
  void whereTheNewestStandOnTopNewDaysComeOnTop() {
    RowPlan plan = RowPlan.of(days(3, 2, 1), FROM_DAY_5, 2);

    assertThat(plan.carry()).isEqualTo(RowPlan.Carry.DOWN);
    assertThat(plan.finalPlaces()).containsExactly(new Span(2, 4));
    assertThat(plan.moved(new Area(2, 5, 0, 3))).isEqualTo(new Area(2, 7, 0, 3));
  }

  @Test
  void daysInTheMiddleAreReplacedAndTheRestStays() {
    DayRange middle = new DayRange(DAY.plusDays(2), DAY.plusDays(3), Set.of());

    RowPlan plan = RowPlan.of(days(1, 2, 3, 4), middle, 3);

    assertThat(plan.keptRows()).isEqualTo(2);
    assertThat(plan.finalPlaces()).containsExactly(new Span(3, 6));
    assertThat(plan.lastRow()).isEqualTo(6);
  }

  @Test
  void aDayThatIsExceptedStays() {
    DayRange range = new DayRange(DAY.plusDays(5), null, Set.of(DAY.plusDays(6)));

    assertThat(RowPlan.of(days(1, 5, 6, 6), range, 1).keptRows()).isEqualTo(3);
    assertThat(RowPlan.keptPerDay(days(1, 5, 6, 6), range))
        .containsOnlyKeys(DAY.plusDays(1), DAY.plusDays(6));
  }

  @Test
  void theEmptyRowOfAnEmptyTabIsTheFirstPlace() {
    RowPlan plan = RowPlan.of(days(), FROM_DAY_5, 4);

    assertThat(plan.finalPlaces()).containsExactly(new Span(2, 6));
    assertThat(plan.missing()).isEqualTo(3);
  }

  @Test
  void aTabLosesItsLastRowsButOne() {
    RowPlan plan = RowPlan.of(days(5, 6, 7), FROM_DAY_5, 0);

    assertThat(plan.deleted()).containsExactly(new Span(2, 4));
    assertThat(plan.places()).containsExactly(new Span(2, 3));
  }

  @Test
  void whereOtherDaysStayAllReplacedRowsMayGo() {
    assertThat(RowPlan.of(days(1, 5, 6), FROM_DAY_5, 0).deleted()).containsExactly(new Span(3, 5));
  }

  /** Whatever the order, the plan leaves other rows alone and has exactly one place a row. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void anyOrderOfRowsComesOutRight(long seed) {
    Random random = new Random(seed);
    List<Integer> tab = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      tab.add(random.nextInt(10));
    }
    int wanted = random.nextInt(60);
    RowPlan plan =
        RowPlan.of(days(tab.stream().mapToInt(Integer::intValue).toArray()), FROM_DAY_5, wanted);

    List<Integer> rows = new ArrayList<>(tab);
    for (int i = plan.deleted().size() - 1; i >= 0; i--) {
      rows.subList(plan.deleted().get(i).from() - 2, plan.deleted().get(i).to() - 2).clear();
    }
    for (int i = 0; i < plan.missing(); i++) {
      rows.add(plan.insertAt() - 2, -1);
    }
    assertThat(Span.rows(plan.finalPlaces())).isEqualTo(Math.max(wanted, 0));
    plan.finalPlaces()
        .forEach(
            place -> {
              for (int row = place.from(); row < place.to(); row++) {
                assertThat(rows.get(row - 2)).matches(day -> day < 0 || day >= 5);
                rows.set(row - 2, 100);
              }
            });
    assertThat(rows.stream().filter(day -> day != 100).toList())
        .isEqualTo(tab.stream().filter(day -> day < 5).toList());
    assertThat(rows.size()).isEqualTo(plan.lastRow() - 1);
  }

  static DatedRows days(int... offsets) {
    DatedRows.Reader reader = new DatedRows.Reader(0);
    for (int offset : offsets) {
      reader.add((double) TypedRows.serial(DAY.plusDays(offset)), "x");
    }
    return reader.end("tab");
  }
}
