package io.daybreak.orders.csvimport;

import io.daybreak.kit.textfile.Separator;
import io.daybreak.kit.textfile.TextFault;
import io.daybreak.kit.textfile.TextFaultException;
import io.daybreak.kit.textfile.TextFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** An uploaded file as lines and cells, read as a stream. */
final class CsvFile {

  private static final int LONGEST_LINE = 1_000_000;

  private CsvFile() {}

  /**
   * How the file is to be read. Reads all of it, so that nothing is stored of a file whose end
   * cannot be read.
   *
   * @throws CsvUnusableException if it is not text in lines and cells
   */
  static TextFile.Options look(Path file) throws IOException {
    TextFile.Options unknown = new TextFile.Options(null, null, LONGEST_LINE);
    try (TextFile text = TextFile.open(Files.newInputStream(file), unknown)) {
      while (text.next() != null) {
        // only whether it can be read counts
      }
      return new TextFile.Options(text.encoding(), text.separator(), LONGEST_LINE);
    } catch (TextFaultException e) {
      throw new CsvUnusableException(told(e.fault()));
    }
  }

  /**
   * @param counter told how many bytes were read so far
   */
  static TextFile open(Path file, TextFile.Options options, ByteCounter counter)
      throws IOException {
    return TextFile.open(counting(Files.newInputStream(file), counter), options);
  }

  /** A separator's name in both languages. */
  static CsvFault.Words named(Separator separator) {
    return new CsvFault.Words(separator.name(), separator.english(), separator.korean());
  }

  private static CsvFault.Told told(TextFault fault) {
    long line = fault.line();
    String detail = fault.detail();
    return switch (fault.code()) {
      case NOT_TEXT -> CsvFault.NOT_CSV.with(detail);
      case ENCODING_WRONG -> CsvFault.ENCODING_WRONG.with(line, detail);
      case ENCODING_UNCLEAR ->
          CsvFault.ENCODING_UNCLEAR.with(line, detail.isEmpty() ? "-" : detail);
      case LETTERS_LOST -> CsvFault.LETTERS_LOST.with(line);
      case NUL -> CsvFault.NUL.with(line);
      case LINE_TOO_LONG -> CsvFault.LINE_TOO_LONG.with(line, detail);
      case TOO_MANY_CELLS -> CsvFault.TOO_MANY_COLUMNS.with(line, detail);
      case QUOTES -> CsvFault.QUOTES.with(line);
    };
  }

  /** How far a file was read. */
  static final class ByteCounter {

    private long bytes;

    long bytes() {
      return bytes;
    }
  }

  private static InputStream counting(InputStream in, ByteCounter counter) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int next = super.read();
        counter.bytes += next < 0 ? 0 : 1;
        return next;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        counter.bytes += Math.max(count, 0);
        return count;
      }
    };
  }
}
