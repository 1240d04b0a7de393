package io.daybreak.acceptance.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.simulators.naver.totals.RowFormat;
import io.daybreak.simulators.naver.totals.Sums;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads rows of a raw-data tab by the positions that the requirements give, written down a second
 * time on purpose, so that they can be compared with the source.
 */
public final class SourceRows {

  /** Day 0 of a spreadsheet. */
  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

  private final List<Integer> keyColumns;
  private final int firstMeasure;

  private SourceRows(List<Integer> keyColumns, int firstMeasure) {
    this.keyColumns = keyColumns;
    this.firstMeasure = firstMeasure;
  }

  /** The columns of a format: date, hour, device, then each id followed by its name. */
  public static SourceRows of(RowFormat format) {
    return switch (format) {
      case NSA_CTD -> new SourceRows(List.of(0, 1, 2, 3), 5);
      case NSA_GTD -> new SourceRows(List.of(0, 1, 2, 3, 5), 7);
      case NSA_TD -> new SourceRows(List.of(0, 1, 2, 3, 5, 7), 9);
      case NSA_T -> new SourceRows(List.of(0, 1, 3, 5), 7);
    };
  }

  public int columns() {
    return firstMeasure + 4;
  }

  /** The row's key as the source writes it. */
  public List<String> key(JsonNode row) {
    List<String> key = new ArrayList<>();
    for (int column : keyColumns) {
      key.add(column == 0 ? date(row).toString() : row.get(column).asText());
    }
    return key;
  }

  public LocalDate date(JsonNode row) {
    return EPOCH.plusDays(row.get(0).asLong());
  }

  /** The row's measures; sales are in no format. */
  public Sums sums(JsonNode row) {
    return new Sums(
        row.get(firstMeasure).asLong(),
        row.get(firstMeasure + 1).asLong(),
        row.get(firstMeasure + 2).decimalValue().stripTrailingZeros(),
        row.get(firstMeasure + 3).asLong(),
        0);
  }

  /** The source's sums in the form that {@link #sums} has. */
  public static Sums shown(Sums source) {
    BigDecimal cost = source.cost().stripTrailingZeros();
    return new Sums(source.impressions(), source.clicks(), cost, source.conversions(), 0);
  }
}
