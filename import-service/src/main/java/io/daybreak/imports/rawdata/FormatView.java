package io.daybreak.imports.rawdata;

import io.daybreak.contracts.sheet.TabLayout;
import io.daybreak.contracts.sheet.TabLayout.CellType;
import io.daybreak.imports.format.Dimension;
import io.daybreak.imports.format.Format;
import io.daybreak.imports.format.Measure;
import java.util.List;
import java.util.stream.Stream;

/** A format with the columns of its tabs, in their order. */
public record FormatView(Format name, List<Column> columns) {

  static final List<FormatView> ALL = Stream.of(Format.values()).map(FormatView::of).toList();

  private static FormatView of(Format format) {
    return new FormatView(
        format,
        Stream.concat(
                format.dimensions().stream().flatMap(FormatView::columns),
                format.measures().stream().map(FormatView::column))
            .toList());
  }

  private static Stream<Column> columns(Dimension dimension) {
    return dimension.columns().stream().map(column -> column(dimension.name(), column));
  }

  private static Column column(Measure measure) {
    return column(measure.name(), measure.column());
  }

  private static Column column(String about, TabLayout.Column column) {
    return new Column(about, column.header(), column.type());
  }

  /**
   * A column.
   *
   * @param about name of the dimension or measure that it shows; clients choose their words by it
   * @param header what stands in row 2 of the tab
   */
  public record Column(String about, String header, CellType type) {}
}
