package io.daybreak.sheets.grid;

import io.daybreak.contracts.sheet.TabLayout;
import io.daybreak.contracts.sheet.TabLayout.CellType;
import io.daybreak.contracts.sheet.TabLayout.Column;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Layouts for tests. */
public final class Layouts {

  public static final String TITLE = "NSA 원본";
  public static final String NOTICE = "Do not rename this tab or change its columns.";

  private Layouts() {}

  /** date, keyword, cost. */
  public static TabLayout small() {
    return new TabLayout(
        TITLE,
        NOTICE,
        List.of(
            new Column("date", CellType.DATE),
            new Column("keyword", CellType.TEXT),
            new Column("cost", CellType.NUMBER)));
  }

  /** date and then numbers. */
  public static TabLayout wide(int columns) {
    return new TabLayout(
        TITLE,
        NOTICE,
        Stream.concat(
                Stream.of(new Column("date", CellType.DATE)),
                IntStream.range(1, columns)
                    .mapToObj(i -> new Column("measure " + i, CellType.NUMBER)))
            .toList());
  }
}
