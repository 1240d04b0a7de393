package io.daybreak.uploads.parse;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.fault.UploadException;
import io.daybreak.uploads.table.TableConfiguration.Encoding;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a file, one at a time; empty lines are none. */
public final class CsvRecords implements Closeable {

  private static final int MOST_FIELDS = 16_384;

  /** A record and the line it begins at, from 1. */
  public record Line(long number, List<String> fields) {}

  private final CsvText text;
  private final CloseableIterator<CsvRecord> records;

  private CsvRecords(CsvText text, int longestRecord) {
    this.text = text;
    this.records =
        CsvReader.builder()
            .skipEmptyLines(true)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .maxBufferSize(2 * longestRecord + 1)
            .build(
                CsvRecordHandler.builder()
                    .maxFields(MOST_FIELDS)
                    .maxFieldSize(longestRecord)
                    .maxRecordSize(longestRecord)
                    .build(),
                text)
            .iterator();
  }

  /**
   * @param longestRecord most characters of a record
   * @throws UploadException if the beginning is not that of CSV
   */
  public static CsvRecords open(InputStream in, Encoding encoding, int longestRecord)
      throws IOException {
    return new CsvRecords(new CsvText(new DecodedText(in, encoding), longestRecord), longestRecord);
  }

  /**
   * The next record, or null at the end.
   *
   * @throws UploadException if the text is not CSV
   * @throws IOException if the bytes stop coming
   */
  public @Nullable Line next() throws IOException {
    try {
      if (!records.hasNext()) {
        return null;
      }
      CsvRecord next = records.next();
      return new Line(next.getStartingLineNumber(), next.getFields());
    } catch (CsvParseException e) {
      throw cause(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The parser wraps what its text threw; what is its own finding is about quotes. */
  private UploadException cause(CsvParseException e) {
    return e.getCause() instanceof UploadException known
        ? known
        : new UploadException(ErrorKind.QUOTES_UNBALANCED.with(text.line()), e);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
