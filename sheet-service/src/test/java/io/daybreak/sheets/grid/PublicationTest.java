package io.daybreak.sheets.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.contracts.sheet.TabLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicationTest {

  private static final int STAGING = 500;
  private static final int TAB = 7;

  @Test
  void aNewTabCopiesNothing() {
    Tab staging = staging(1_002, 3);

    Publication publication =
        Publication.of(new Workbook(List.of(staging)), staging, Layouts.small(), 800, 0);

    assertThat(publication.changes())
        .contains(
            new GridChange.DeleteRows(STAGING, 802, 1_002),
            new GridChange.Rename(STAGING, Layouts.TITLE),
            new GridChange.Show(STAGING))
        .noneMatch(GridChange.CopyValues.class::isInstance);
  }

  @Test
  void aTabThatExistsKeepsItsIdAndIsCutToSize() {
    Tab staging = staging(102, 3);
    Tab tab = new Tab(TAB, Layouts.TITLE, 5_000, 26);

    Publication publication =
        Publication.of(new Workbook(List.of(tab, staging)), staging, Layouts.small(), 100, 40);

    assertThat(publication.changes())
        .containsSubsequence(
            new GridChange.FreezeRows(TAB, 0),
            new GridChange.UnmergeAll(TAB),
            new GridChange.DeleteColumns(TAB, 3, 26),
            new GridChange.DeleteRows(TAB, 142, 5_000),
            new GridChange.CopyValues(STAGING, 2, TAB, 42, 100, 3),
            new GridChange.FreezeRows(TAB, 2),
            new GridChange.RemoveTab(STAGING));
  }

  @Test
  void columnsShrinkBeforeRowsGrow() {
    Tab staging = staging(300_002, 13);
    Tab tab = new Tab(TAB, Layouts.TITLE, 1_000, 26);

    Publication publication =
        Publication.of(new Workbook(List.of(tab, staging)), staging, Layouts.wide(13), 300_000, 0);

    assertThat(publication.changes())
        .containsSubsequence(
            new GridChange.DeleteColumns(TAB, 13, 26), new GridChange.AppendRows(TAB, 299_002));
    assertThat(publication.peakCells()).isEqualTo(2 * 300_002 * 13L);
  }

  @Test
  void aTabWithTooFewColumnsGetsThem() {
    Tab staging = staging(12, 13);
    Tab tab = new Tab(TAB, Layouts.TITLE, 1_000, 9);

    assertThat(
            Publication.of(new Workbook(List.of(tab, staging)), staging, Layouts.wide(13), 10, 0)
                .changes())
        .containsSubsequence(
            new GridChange.DeleteRows(TAB, 12, 1_000), new GridChange.AppendColumns(TAB, 4));
  }

  @Test
  void noRowsAtAllLeaveTheHeaderAndAnEmptyRow() {
    Tab staging = staging(3, 3);
    Tab tab = new Tab(TAB, Layouts.TITLE, 1_000, 3);

    assertThat(
            Publication.of(new Workbook(List.of(tab, staging)), staging, Layouts.small(), 0, 0)
                .changes())
        .contains(
            new GridChange.DeleteRows(TAB, 3, 1_000),
            new GridChange.ClearRow(TAB, 2, 3),
            new GridChange.RemoveTab(STAGING))
        .noneMatch(GridChange.CopyValues.class::isInstance);
  }

  @Test
  void whereBothDoNotFitTheRowsMoveInPortions() {
    TabLayout layout = Layouts.wide(13);
    int rows = 500_000;
    Tab staging = staging(rows + 2, 13);
    Tab tab = new Tab(TAB, Layouts.TITLE, 100_000, 13);
    Workbook workbook = new Workbook(List.of(tab, staging, new Tab(1, "report", 200_000, 10)));

    Publication publication = Publication.of(workbook, staging, layout, rows, 1_000);

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

  private static Tab staging(int rows, int columns) {
    return new Tab(STAGING, "daybreak-staging", rows, columns);
  }
}
