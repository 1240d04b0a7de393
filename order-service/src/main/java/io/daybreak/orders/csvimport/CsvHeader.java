package io.daybreak.orders.csvimport;

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
   * @throws CsvUnusableException if a column is missing, or there twice
   */
  static CsvHeader read(List<String> headers) {
    Map<CsvColumn, Integer> places = new EnumMap<>(CsvColumn.class);
    for (int i = 0; i < headers.size(); i++) {
      int place = i;
      CsvColumn.byHeader(headers.get(i))
          .ifPresent(
              column -> {
                if (places.put(column, place) != null) {
                  throw new CsvUnusableException(
                      "The column " + column.header() + " is there twice.");
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
          "These columns are missing: " + missing + ". Needed are " + CsvColumn.allHeaders() + ".");
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
    // PostgreSQL's text cannot hold a NUL
    String text = field.replace("\0", "").strip();
    return text.startsWith("'") ? text.substring(1) : text;
  }
}
