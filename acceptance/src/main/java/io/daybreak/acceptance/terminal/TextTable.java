package io.daybreak.acceptance.terminal;

import java.util.ArrayList;
import java.util.List;

/** A table without lines between its columns; numbers are set to the right. */
public final class TextTable {

  /**
   * A column.
   *
   * @param header its lines, one above the other
   * @param widest most columns of the terminal that a cell takes; longer texts are shortened
   * @param keepEnd whether a text that is too long keeps its end, as ids should
   */
  public record Column(List<String> header, int widest, boolean keepEnd) {

    public Column {
      header = List.copyOf(header);
    }

    /** A column whose texts are short. */
    public static Column of(String header) {
      return new Column(List.of(header), Integer.MAX_VALUE, false);
    }

    private String fit(String text) {
      return keepEnd ? Width.fitEnd(text, widest) : Width.fit(text, widest);
    }
  }

  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /** Adds a row; cells that are missing are empty. */
  public TextTable row(List<String> cells) {
    List<String> fitted = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      String text = column < cells.size() ? cells.get(column) : "";
      fitted.add(columns.get(column).fit(text));
    }
    rows.add(fitted);
    return this;
  }

  /** The table's lines, from top to bottom. */
  public List<String> lines() {
    int[] widths = new int[columns.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = widthOf(column);
    }
    List<String> lines = new ArrayList<>(headerLines(widths));
    lines.add(rule(widths));
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private int widthOf(int column) {
    int header = columns.get(column).header().stream().mapToInt(Width::of).max().orElse(0);
    return Math.max(
        header, rows.stream().mapToInt(row -> Width.of(row.get(column))).max().orElse(0));
  }

  private List<String> headerLines(int[] widths) {
    int height = columns.stream().mapToInt(column -> column.header().size()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < height; line++) {
      List<String> cells = new ArrayList<>();
      for (int column = 0; column < widths.length; column++) {
        List<String> header = columns.get(column).header();
        String text = line < header.size() ? header.get(line) : "";
        cells.add(
            numeric(column) ? Width.padLeft(text, widths[column]) : padded(text, widths, column));
      }
      lines.add(String.join(GAP, cells).stripTrailing());
    }
    return lines;
  }

  private String line(List<String> cells, int[] widths) {
    List<String> padded = new ArrayList<>();
    for (int column = 0; column < widths.length; column++) {
      String text = cells.get(column);
      padded.add(
          isNumber(text) ? Width.padLeft(text, widths[column]) : padded(text, widths, column));
    }
    return String.join(GAP, padded).stripTrailing();
  }

  private boolean numeric(int column) {
    return !rows.isEmpty() && rows.stream().allMatch(row -> isNumber(row.get(column)));
  }

  private static String padded(String text, int[] widths, int column) {
    return Width.padRight(text, widths[column]);
  }

  private static boolean isNumber(String text) {
    return text.matches("-?[0-9][0-9,]*(\\.[0-9]+)?");
  }

  private static String rule(int[] widths) {
    List<String> parts = new ArrayList<>();
    for (int width : widths) {
      parts.add("─".repeat(width));
    }
    return String.join(GAP, parts);
  }
}
