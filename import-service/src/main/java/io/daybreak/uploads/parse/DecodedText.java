package io.daybreak.uploads.parse;

import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.fault.UploadException;
import io.daybreak.uploads.table.TableConfiguration.Encoding;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as letters. Where the charset is to be found out, plain ASCII leaves it open, and the first
 * piece with other bytes decides: UTF-8 if it is that, else CP949, whose text is practically never
 * valid UTF-8 by chance. So nothing has to be read twice.
 */
final class DecodedText implements Closeable {

  /** What Korean spreadsheets write when they do not write UTF-8. */
  private static final Charset CP949 = Charset.forName("x-windows-949");

  private static final int PIECE = 64 * 1024;

  private final InputStream in;
  private final ByteBuffer bytes = ByteBuffer.allocate(PIECE).limit(0);
  private @Nullable CharsetDecoder decoder;
  private CharBuffer pending = CharBuffer.allocate(0);
  private boolean ended;

  DecodedText(InputStream in, Encoding encoding) throws IOException {
    this.in = in;
    this.decoder =
        switch (encoding) {
          case AUTO -> null;
          case UTF_8 -> strict(StandardCharsets.UTF_8);
          case CP949 -> strict(CP949);
        };
    fill();
    refuseOtherFormats();
    skipByteOrderMark();
  }

  /**
   * @param line where the reader is, for messages
   * @return how many letters were read, or -1 at the end
   */
  int read(char[] target, int offset, int length, long line) throws IOException {
    if (pending.hasRemaining()) {
      target[offset] = pending.get();
      return 1;
    }
    if (length > 1) {
      return read(CharBuffer.wrap(target, offset, length).slice(), line);
    }
    // A letter beyond the basic plane takes two places at once.
    CharBuffer two = CharBuffer.allocate(2);
    if (read(two, line) < 0) {
      return -1;
    }
    pending = two.flip();
    target[offset] = pending.get();
    return 1;
  }

  private int read(CharBuffer letters, long line) throws IOException {
    while (letters.position() == 0) {
      if (!bytes.hasRemaining() && ended) {
        return -1;
      }
      if (bytes.hasRemaining()) {
        decode(letters, line);
      }
      if (letters.position() == 0) {
        if (ended) {
          throw unreadable(line);
        }
        fill();
      }
    }
    return letters.position();
  }

  private void decode(CharBuffer letters, long line) throws IOException {
    if (decoder == null && !copyAscii(letters)) {
      fill();
      decoder = guess();
    }
    if (decoder != null && decoder.decode(bytes, letters, ended).isError()) {
      letters.flip();
      throw unreadable(line + letters.chars().filter(letter -> letter == '\n').count());
    }
  }

  /** Copies up to the first byte that is not ASCII; false if that is the next one. */
  private boolean copyAscii(CharBuffer letters) {
    while (bytes.hasRemaining() && letters.hasRemaining()) {
      byte next = bytes.get(bytes.position());
      if (next < 0) {
        return letters.position() > 0;
      }
      letters.put((char) bytes.get());
    }
    return true;
  }

  private CharsetDecoder guess() {
    CoderResult result =
        strict(StandardCharsets.UTF_8).decode(bytes.duplicate(), CharBuffer.allocate(PIECE), ended);
    return strict(result.isError() ? CP949 : StandardCharsets.UTF_8);
  }

  /** Moves what is left to the front and reads until the piece is full. */
  private void fill() throws IOException {
    bytes.compact();
    while (bytes.hasRemaining() && !ended) {
      int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
      ended = count < 0;
      bytes.position(bytes.position() + Math.max(count, 0));
    }
    bytes.flip();
  }

  private void skipByteOrderMark() {
    if (startsWith(0xEF, 0xBB, 0xBF)) {
      bytes.position(3);
      decoder = strict(StandardCharsets.UTF_8);
    }
  }

  private void refuseOtherFormats() {
    if (startsWith('P', 'K', 3, 4)) {
      throw new UploadException(ErrorKind.NOT_CSV.with("ZIP/XLSX"));
    }
    if (startsWith(0x1F, 0x8B)) {
      throw new UploadException(ErrorKind.NOT_CSV.with("GZIP"));
    }
    if (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF)) {
      throw new UploadException(ErrorKind.WRONG_ENCODING.with(1, "UTF-8/CP949"));
    }
  }

  private boolean startsWith(int... signature) {
    if (bytes.limit() < signature.length) {
      return false;
    }
    for (int i = 0; i < signature.length; i++) {
      if ((bytes.get(i) & 0xff) != signature[i]) {
        return false;
      }
    }
    return true;
  }

  private UploadException unreadable(long line) {
    String name =
        decoder != null && decoder.charset().equals(StandardCharsets.UTF_8) ? "UTF-8" : "CP949";
    return new UploadException(ErrorKind.WRONG_ENCODING.with(line, name));
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
