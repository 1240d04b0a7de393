package io.daybreak.stack.terminal;

import java.util.ArrayList;
import java.util.List;

/** A table drawn with lines; a column of numbers is set to the right. */
public final class TextTable {

  private final List<String> header;
  private final int widest;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param widest most columns of the terminal that a cell takes; longer texts are shortened
   */
  public TextTable(List<String> header, int widest) {
    this.header = List.copyOf(header);
    this.widest = widest;
  }

  public TextTable row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  /** The table's lines, from top to bottom. */
  public List<String> lines() {
    int[] widths = new int[header.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = widthOf(column);
    }
    List<String> lines = new ArrayList<>();
    lines.add(rule(widths, "┌", "┬", "┐"));
    lines.add(line(header, widths, false));
    lines.add(rule(widths, "├", "┼", "┤"));
    rows.forEach(row -> lines.add(line(row, widths, true)));
    lines.add(rule(widths, "└", "┴", "┘"));
    return lines;
  }

  private int widthOf(int column) {
    int width = Width.of(header.get(column));
    for (List<String> row : rows) {
      width = Math.max(width, Width.of(cell(row, column)));
    }
    return Math.min(width, widest);
  }

  private String line(List<String> cells, int[] widths, boolean values) {
    StringBuilder line = new StringBuilder("│");
    for (int column = 0; column < widths.length; column++) {
      String text = Width.fit(cell(cells, column), widths[column]);
      boolean right = values && isNumber(text);
      line.append(' ')
          .append(
              right ? Width.padLeft(text, widths[column]) : Width.padRight(text, widths[column]))
          .append(" │");
    }
    return line.toString();
  }

  private static String cell(List<String> cells, int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  private static boolean isNumber(String text) {
    return text.matches("-?[0-9][0-9,]*(\\.[0-9]+)?");
  }

  private static String rule(int[] widths, String left, String middle, String right) {
    List<String> parts = new ArrayList<>();
    for (int width : widths) {
      parts.add("─".repeat(width + 2));
    }
    return left + String.join(middle, parts) + right;
  }
}
