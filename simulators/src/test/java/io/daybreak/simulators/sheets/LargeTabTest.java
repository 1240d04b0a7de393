package io.daybreak.simulators.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.simulators.sheets.grid.CellCode;
import io.daybreak.simulators.sheets.grid.CellValue;
import io.daybreak.simulators.sheets.grid.Grid;
import io.daybreak.simulators.sheets.grid.Row;
import io.daybreak.simulators.sheets.workbook.Spreadsheet;
import io.daybreak.simulators.sheets.workbook.Tab;
import org.junit.jupiter.api.Test;

class LargeTabTest {

  private static final int ROWS = 200_000;
  private static final int COLUMNS = 13;

  @Test
  void aTabOf200000RowsAndItsDraftTakeModestMemory() {
    CellCode codes = new CellCode();
    Spreadsheet spreadsheet = new Spreadsheet("large", "large", codes);
    long before = usedMemory();

    Tab tab = spreadsheet.add(0, "raw", new Grid(ROWS, COLUMNS), null);
    for (int index = 0; index < ROWS; index++) {
      Row.Draft row = Row.BLANK.change();
      for (int column = 0; column < COLUMNS; column++) {
        row.cell(
            column,
            codes.encode(
                column < 6
                    ? new CellValue.Text("campaign " + index % 500)
                    : new CellValue.Number(index * 1.5)));
      }
      tab.grid().row(index, row.row());
    }
    Spreadsheet draft = spreadsheet.draft();
    long megabytes = (usedMemory() - before) / (1024 * 1024);

    assertThat(draft.tab(0).grid().filledRows()).isEqualTo(ROWS);
    assertThat(codes.decode(tab.grid().row(777).cell(0)))
        .isEqualTo(new CellValue.Text("campaign 277"));
    assertThat(megabytes).as("memory in MiB for 2.6 million cells").isLessThan(60);
  }

  private static long usedMemory() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
