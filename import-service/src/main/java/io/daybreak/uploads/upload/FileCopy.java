package io.daybreak.uploads.upload;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.daybreak.kit.textfile.TextFaultException;
import io.daybreak.kit.textfile.TextFile;
import io.daybreak.kit.work.Claim;
import io.daybreak.uploads.clean.BadRow;
import io.daybreak.uploads.clean.BadRows;
import io.daybreak.uploads.clean.Counts;
import io.daybreak.uploads.clean.RecordCleaner;
import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.fault.TextFaults;
import io.daybreak.uploads.fault.UploadException;
import io.daybreak.uploads.table.TableConfiguration;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Copies a file's content to the cleaned file while it arrives. After the first wrong record
 * nothing is written any more, and the rest is read for what else is wrong.
 */
final class FileCopy implements RecordCleaner.Output {

  private static final int RECORDS_BETWEEN_CHECKS = 1000;

  private final Claim<Upload> claim;
  private final TableConfiguration table;
  private final int longestRecord;
  private final BadRows badRows;
  private final CsvWriter writer;
  private @Nullable ReadAs readAs;

  /**
   * @param longestRecord most characters of a record of the file
   * @param badRowsKept wrong records that are kept
   */
  FileCopy(
      Claim<Upload> claim,
      TableConfiguration table,
      OutputStream target,
      int longestRecord,
      int badRowsKept) {
    this.claim = claim;
    this.table = table;
    this.longestRecord = longestRecord;
    this.badRows = new BadRows(badRowsKept);
    this.writer =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target, StandardCharsets.UTF_8);
  }

  /**
   * Reads all of the content.
   *
   * @param expectedBytes of the content; negative if unknown
   * @throws UploadException if it is not as it should be, in any way
   */
  Counts copy(InputStream content, long expectedBytes) throws IOException {
    CountedInput counted = new CountedInput(content);
    Counts counts;
    try {
      counts = copy(counted);
    } catch (UploadException e) {
      requireWhole(counted, expectedBytes); // half a file may be wrong only because it is half
      throw e;
    }
    requireWhole(counted, expectedBytes);
    if (!badRows.isEmpty()) {
      throw new WrongRowsException(badRows, counts.read());
    }
    writer.flush();
    return counts;
  }

  private Counts copy(CountedInput content) throws IOException {
    TextFile.Options options =
        new TextFile.Options(table.encoding(), table.separator(), longestRecord);
    try (TextFile text = TextFile.open(content, options)) {
      try {
        return copy(text);
      } finally {
        readAs = new ReadAs(text.encoding().label(), text.separator());
      }
    } catch (TextFaultException e) {
      throw new UploadException(TextFaults.of(e.fault()), e);
    }
  }

  private Counts copy(TextFile text) throws IOException {
    RecordCleaner cleaner = new RecordCleaner(table, text.next(), this);
    writer.writeRecord(table.titles());
    long number = 0;
    for (TextFile.Line line = text.next(); line != null; line = text.next()) {
      cleaner.accept(line);
      if (++number % RECORDS_BETWEEN_CHECKS == 0) {
        claim.check();
      }
    }
    return cleaner.counts();
  }

  /** How the file was read; null if it was not text. */
  @Nullable ReadAs readAs() {
    return readAs;
  }

  private static void requireWhole(CountedInput content, long expectedBytes) {
    if (expectedBytes >= 0 && content.ended() && content.bytes() != expectedBytes) {
      throw new UploadException(ErrorKind.DOWNLOAD_INCOMPLETE.with(content.bytes(), expectedBytes));
    }
  }

  @Override
  public void row(List<String> values) {
    if (badRows.isEmpty()) {
      writer.writeRecord(values);
    }
  }

  @Override
  public void badRow(BadRow row) {
    badRows.add(row);
  }
}
