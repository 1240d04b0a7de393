package io.daybreak.orders.csvimport;

import io.daybreak.kit.textfile.Separator;
import io.daybreak.kit.textfile.Unseen;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where in this file each column stands. */
final class CsvHeader {

  private final Map<CsvColumn, Integer> places;

  private CsvHeader(Map<CsvColumn, Integer> places) {
    this.places = places;
  }

  /**
   * @param separator what the headers were told apart by
   * @throws CsvUnusableException if a column is missing, or there twice
   */
  static CsvHeader read(List<String> headers, Separator separator) {
    Map<CsvColumn, Integer> places = new EnumMap<>(CsvColumn.class);
    for (int i = 0; i < headers.size(); i++) {
      int place = i;
      CsvColumn.byHeader(headers.get(i))
          .ifPresent(
              column -> {
                if (places.put(column, place) != null) {
                  throw new CsvUnusableException(CsvFault.COLUMN_TWICE.with(column.header()));
                }
              });
    }
    String missing =
        Arrays.stream(CsvColumn.values())
            .filter(column -> !places.containsKey(column))
            .map(CsvColumn::header)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new CsvUnusableException(
          CsvFault.COLUMNS_MISSING.with(missing, CsvColumn.allHeaders(), CsvFile.named(separator)));
    }
    return new CsvHeader(places);
  }

  /** Picks the columns out of a record; one that ends early has empty cells at its end. */
  CsvRow row(long line, List<String> fields) {
    Map<CsvColumn, String> cells = new EnumMap<>(CsvColumn.class);
    places.forEach(
        (column, place) -> cells.put(column, place < fields.size() ? cell(fields.get(place)) : ""));
    return new CsvRow(line, cells);
  }

  /** A leading apostrophe is how spreadsheets and Shopify mark text; it is not part of it. */
  private static String cell(String field) {
    String text = Unseen.strip(field);
    return text.startsWith("'") ? text.substring(1) : text;
  }
}
