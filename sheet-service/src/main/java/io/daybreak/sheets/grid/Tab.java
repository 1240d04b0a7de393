package io.daybreak.sheets.grid;

/**
 * A tab of a spreadsheet and the size of its grid. Google counts the cells of the grid, whether
 * they hold something or not.
 *
 * @param id Google's sheet id, which stays when the tab is renamed
 * @param rows rows of the grid; 0 for a tab without a grid, such as a chart's
 * @param columns columns of the grid; 0 for a tab without a grid
 */
public record Tab(int id, String title, int rows, int columns) {

  public long cells() {
    return (long) rows * columns;
  }
}
