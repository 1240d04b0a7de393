package io.daybreak.orders.csvimport;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.vertx.mutiny.sqlclient.Row;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes bad rows as CSV: line, column, reason, then the cells under their names, so that the file
 * can be corrected and uploaded again. An apostrophe in front keeps a spreadsheet from running a
 * cell as a formula; an import leaves it out again.
 */
final class BadRowsCsv {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private BadRowsCsv() {}

  static String write(List<Row> rows, boolean korean) {
    StringWriter text = new StringWriter();
    // spreadsheets take UTF-8 for CP949 without it
    text.write(BYTE_ORDER_MARK);
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(header(korean));
      rows.forEach(row -> csv.writeRecord(cells(row, korean)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> header(boolean korean) {
    List<String> header =
        new ArrayList<>(korean ? List.of("줄", "열", "이유") : List.of("Line", "Column", "Reason"));
    Arrays.stream(CsvColumn.values()).map(CsvColumn::header).forEach(header::add);
    return header;
  }

  private static List<String> cells(Row row, boolean korean) {
    List<String> cells = new ArrayList<>();
    cells.add(Long.toString(row.getLong("line")));
    cells.add(row.getString("column_name"));
    cells.add(row.getString(korean ? "reason_korean" : "reason"));
    Arrays.stream(row.getArrayOfStrings("cells")).map(BadRowsCsv::harmless).forEach(cells::add);
    return cells;
  }

  private static String harmless(String cell) {
    boolean formula = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    return formula ? "'" + cell : cell;
  }
}
