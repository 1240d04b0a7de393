package io.daybreak.uploads.notice;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.daybreak.uploads.upload.Upload;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The wrong rows of a file as a small CSV, instead of a flood of messages. */
final class WrongRowsFile {

  /** Without it a spreadsheet takes the Korean text for another charset. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private WrongRowsFile() {}

  static String name(Upload upload) {
    return "errors-" + upload.fileName();
  }

  static byte[] content(Upload upload) {
    StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      write(upload, csv);
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing is written outside of the memory", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Upload upload, CsvWriter csv) {
    csv.writeRecord("line", "error", "message", "설명");
    upload
        .badRows()
        .forEach(
            row ->
                csv.writeRecord(
                    Long.toString(row.line()), row.kind().name(), row.english(), row.korean()));
    if (upload.badRowCount() > upload.badRows().size()) {
      csv.writeRecord("…", "", "%,d lines are wrong in all".formatted(upload.badRowCount()), "");
    }
  }
}
