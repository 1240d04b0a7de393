package io.daybreak.contracts.sheet;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Rows inside a message: CSV (RFC 4180, UTF-8), gzip, base64. */
public final class RowBlock {

  private RowBlock() {}

  /** Packs rows; every row needs the same number of cells, and no cell may be null. */
  public static String pack(Iterable<List<String>> rows) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes, 8192);
        CsvWriter csv =
            CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(gzip, StandardCharsets.UTF_8))) {
      rows.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  /**
   * Unpacks what {@link #pack} made.
   *
   * @throws IllegalArgumentException if it is not base64
   * @throws UncheckedIOException if it is not gzip
   */
  public static List<List<String>> unpack(String packed) {
    byte[] bytes = Base64.getDecoder().decode(packed);
    List<List<String>> rows = new ArrayList<>();
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .skipEmptyLines(false)
            .ofCsvRecord(
                new InputStreamReader(
                    new GZIPInputStream(new ByteArrayInputStream(bytes)),
                    StandardCharsets.UTF_8))) {
      csv.forEach(record -> rows.add(record.getFields()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
