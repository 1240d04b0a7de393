package io.daybreak.sheets.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.contracts.sheet.TabLayout;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PublicationTest {

  private static final int STAGING = 500;
  private static final int TAB = 7;
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final Stamp STAMP =
      new Stamp(
          UUID.fromString("00000000-0000-0000-0000-000000000001"),
          Layouts.NOTICE,
          Instant.parse("2026-11-20T22:31:00Z"),
          List.of(),
          List.of());

  @Test
  void aNewTabThatWasStagedCopiesNothing() {
    Tab staging = staging(1_002, 3);

    Publication publication =
        Publication.asNewTab(
            new Workbook(List.of(staging)),
            1,
            new NewRows.Staged(staging, 800),
            Layouts.small(),
            STAMP);

    assertThat(publication.changes())
        .contains(
            new GridChange.DeleteRows(STAGING, 802, 1_002),
            new GridChange.Rename(STAGING, Layouts.TITLE),
            new GridChange.Show(STAGING))
        .noneMatch(GridChange.CopyValues.class::isInstance);
  }

  @Test
  void inATabThatStandsOnlyOurCellsChange() {
    Tab tab = new Tab(TAB, "renamed", 6, 9);
    TabFilter filter = new TabFilter(Map.of("filterSpecs", List.of()), new Area(1, 6, 0, 9));
    Area merge = new Area(3, 5, 0, 2);
    TabView view =
        new TabView(
            tab,
            2,
            List.of(new Area(0, 1, 0, 3), merge, new Area(3, 5, 4, 5)),
            filter,
            List.of(),
            List.of(),
            new Mark(9, UUID.randomUUID(), Layouts.TITLE),
            List.of(List.of(Layouts.NOTICE, "", ""), List.of("date", "keyword", "cost")),
            RowPlanTest.days(1, 2, 5, 6));

    Publication publication = into(view, inline(3), 3);

    assertThat(publication.changes())
        .containsExactly(
            new GridChange.ClearFilter(TAB),
            new GridChange.Unmerge(TAB, merge),
            new GridChange.InsertRows(TAB, 5, 1),
            new GridChange.PutRows(TAB, 4, inline(3).rows(), 3),
            new GridChange.PutNotice(TAB, STAMP.text(), STAMP.note()),
            new GridChange.ChangeMark(9, STAMP.run() + " " + Layouts.TITLE),
            new GridChange.SetFilter(TAB, filter, new Area(1, 7, 0, 9)));
  }

  @Test
  void aNamedRangeOfHeaderAndRowsIsMadeAndKeptRight() {
    TabLayout layout = new TabLayout("NSA_T_1", Layouts.NOTICE, Layouts.small().columns());
    NamedRange grows = new NamedRange("id", "NSA_T_1_data", TAB, new Area(1, 6, 0, 3));
    NamedRange broken = new NamedRange("id", "NSA_T_1_data", TAB, new Area(1, 3, 0, 3));

    assertThat(named(layout, List.of()))
        .contains(new GridChange.AddName("NSA_T_1_data", TAB, new Area(1, 7, 0, 3)));
    assertThat(named(layout, List.of(grows)))
        .noneMatch(
            change ->
                change instanceof GridChange.AddName || change instanceof GridChange.MoveName);
    assertThat(named(layout, List.of(broken)))
        .contains(new GridChange.MoveName("id", TAB, new Area(1, 7, 0, 3)));
  }

  private static List<GridChange> named(TabLayout layout, List<NamedRange> names) {
    Tab tab = new Tab(TAB, layout.title(), 6, 3);
    DatedRows rows = RowPlanTest.days(1, 2, 5, 6);
    TabView view = new TabView(tab, 2, List.of(), null, List.of(), names, null, List.of(), rows);
    RowPlan plan = RowPlan.of(rows, new DayRange(DAY.plusDays(5), null, Set.of()), 3);
    return Publication.into(view, new Workbook(List.of(tab)), inline(3), layout, plan, STAMP)
        .changes();
  }

  @Test
  void rowsThatPeopleFrozeDoNotKeepRowsFromGoing() {
    TabView view =
        new TabView(
            new Tab(TAB, "t", 7, 3),
            5,
            List.of(),
            null,
            List.of(),
            List.of(),
            null,
            List.of(List.of("n"), List.of("date", "keyword", "cost")),
            RowPlanTest.days(5, 5, 5, 6, 7));

    assertThat(into(view, inline(1), 1).changes())
        .containsSubsequence(
            new GridChange.FreezeRows(TAB, 2), new GridChange.DeleteRows(TAB, 2, 6));
  }

  @Test
  void noRowsAtAllLeaveTheHeaderAndAnEmptyRow() {
    TabView view = TabView.bare(new Tab(TAB, "t", 5, 3), RowPlanTest.days(5, 6, 7));

    assertThat(into(view, inline(0), 0).changes())
        .contains(new GridChange.DeleteRows(TAB, 2, 4), new GridChange.ClearRow(TAB, 2, 3))
        .noneMatch(GridChange.PutRows.class::isInstance);
  }

  @Test
  void whereBothDoNotFitTheRowsMoveInPortions() {
    TabLayout layout = Layouts.wide(13);
    int rows = 500_000;
    Tab staging = staging(rows + 2, 13);
    Tab tab = new Tab(TAB, Layouts.TITLE, 100_000, 13);
    Workbook workbook = new Workbook(List.of(tab, staging, new Tab(1, "report", 200_000, 10)));
    DatedRows standing = DatedRows.contiguous(1_000, DAY, 98_998, DAY.plusDays(5));
    RowPlan plan = RowPlan.of(standing, new DayRange(DAY.plusDays(5), null, Set.of()), rows);

    Publication publication =
        Publication.into(
            TabView.bare(tab, standing),
            workbook,
            new NewRows.Staged(staging, rows),
            layout,
            plan,
            STAMP);

    assertThat(publication.peakCells()).isLessThanOrEqualTo(Workbook.CELL_LIMIT);
    assertThat(
            publication.changes().stream()
                .filter(GridChange.CopyValues.class::isInstance)
                .mapToInt(copy -> ((GridChange.CopyValues) copy).rows())
                .sum())
        .isEqualTo(rows);
    assertThat(Sizes.after(workbook, publication.changes()).byId(TAB).orElseThrow().rows())
        .isEqualTo(rows + 1_000 + 2);
  }

  @Test
  void rowOneSaysAsOfWhenAndWhatIsMissing() {
    Stamp stamp =
        new Stamp(
            STAMP.run(),
            "notice",
            STAMP.at(),
            List.of(LocalDate.of(2026, 11, 20)),
            List.of(LocalDate.of(2026, 11, 19)));

    assertThat(stamp.text())
        .startsWith("notice | ")
        .contains("2026-11-21 07시 (KST)", "Missing: 2026-11-20", "incomplete: 2026-11-19");
    assertThat(stamp.note()).contains("2026-11-21 07:31:00 KST");
    assertThat(STAMP.text()).doesNotContain("Missing", "incomplete");
  }

  private static Publication into(TabView view, NewRows rows, int wanted) {
    RowPlan plan = RowPlan.of(view.rows(), new DayRange(DAY.plusDays(5), null, Set.of()), wanted);
    return Publication.into(
        view, new Workbook(List.of(view.tab())), rows, Layouts.small(), plan, STAMP);
  }

  private static NewRows.Inline inline(int rows) {
    return new NewRows.Inline(
        IntStream.range(0, rows).mapToObj(i -> List.<Object>of(46_000L, "new", i)).toList());
  }

  private static Tab staging(int rows, int columns) {
    return new Tab(STAGING, "daybreak-staging", rows, columns);
  }
}
