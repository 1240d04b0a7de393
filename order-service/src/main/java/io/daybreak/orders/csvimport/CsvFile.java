package io.daybreak.orders.csvimport;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An uploaded file as text, read as a stream. */
final class CsvFile {

  /** What Korean spreadsheets write when they do not write UTF-8. */
  private static final Charset CP949 = Charset.forName("x-windows-949");

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private CsvFile() {}

  /**
   * The file's charset: UTF-8 if all of it is that, else CP949. Text in CP949 is practically never
   * valid UTF-8 by chance. Reads the whole file, a piece at a time.
   */
  static Charset charset(Path file) throws IOException {
    char[] piece = new char[8192];
    try (Reader reader = strict(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      while (reader.read(piece) >= 0) {
        // only whether it can be read counts
      }
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException e) {
      return CP949;
    }
  }

  /**
   * The text without its byte order mark.
   *
   * @param counter told how many bytes were read so far
   */
  static Reader open(Path file, Charset charset, ByteCounter counter) throws IOException {
    Reader reader = strict(counting(Files.newInputStream(file), counter), charset);
    PushbackReader text = new PushbackReader(reader);
    int first = text.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      text.unread(first);
    }
    return text;
  }

  /** How far a file was read. */
  static final class ByteCounter {

    private long bytes;

    long bytes() {
      return bytes;
    }
  }

  private static Reader strict(InputStream in, Charset charset) {
    return new InputStreamReader(
        new BufferedInputStream(in),
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
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
