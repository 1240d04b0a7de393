package io.daybreak.kit.textfile;

import io.daybreak.kit.textfile.TextFault.Code;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as letters. Where the encoding is to be found out, plain ASCII leaves it open, and the
 * first piece with other bytes decides; nothing has to be read twice. Whether the rest is as
 * plausible is known at the end.
 */
final class DecodedText implements Closeable {

  private static final int PIECE = 256 * 1024;

  /** Of the beginning: so many bytes have to be NUL, all on one side, in UTF-16 without a mark. */
  private static final int NUL_SHARE = 20;

  private final InputStream in;
  private final ByteBuffer bytes = ByteBuffer.allocate(PIECE).limit(0);
  private @Nullable Encoding encoding;
  private @Nullable CharsetDecoder decoder;
  private @Nullable Plausibility plausibility;
  private char lastAscii = '\n';
  private boolean ended;
  private boolean broken;

  /**
   * @param known the encoding, or null to find it out
   * @throws TextFaultException if the file is of another kind
   */
  DecodedText(InputStream in, @Nullable Encoding known) throws IOException {
    this.in = in;
    fill();
    FileKind.of(bytes.array(), bytes.limit())
        .ifPresent(
            kind -> {
              throw new TextFaultException(Code.NOT_TEXT, 0, kind);
            });
    if (known != null) {
      use(known);
    }
    readMark();
    if (encoding == null && looksLikeUtf16(1)) {
      use(Encoding.UTF_16LE);
    } else if (encoding == null && looksLikeUtf16(0)) {
      use(Encoding.UTF_16BE);
    }
  }

  /** The encoding; UTF-8 as long as nothing but ASCII was read. */
  Encoding encoding() {
    return encoding == null ? Encoding.UTF_8 : encoding;
  }

  /**
   * @param line where the reader is, for refusals
   * @return how many letters were read, or -1 at the end
   * @throws TextFaultException if the bytes are no letters of the encoding, or not plausible
   */
  int read(char[] target, int offset, int length, long line) throws IOException {
    CharBuffer letters = CharBuffer.wrap(target, offset, length).slice();
    while (letters.position() == 0) {
      if (broken) {
        throw new TextFaultException(Code.ENCODING_WRONG, line, encoding().label());
      }
      if (!bytes.hasRemaining() && ended) {
        requirePlausible();
        return -1;
      }
      step(letters, line);
      if (letters.position() == 0 && !broken) {
        if (ended && bytes.hasRemaining()) {
          broken = true;
        } else if (!ended) {
          fill();
        }
      }
    }
    if (plausibility != null) {
      plausibility.look(target, offset, letters.position());
    }
    return letters.position();
  }

  private void step(CharBuffer letters, long line) throws IOException {
    if (decoder == null && !copyAscii(letters)) {
      fill();
      use(EncodingGuess.of(bytes, ended, lastAscii, line));
      plausibility = encoding().isUnicode() ? null : new Plausibility(encoding(), lastAscii);
    }
    if (decoder != null && bytes.hasRemaining()) {
      broken = decoder.decode(bytes, letters, ended).isError();
    }
  }

  private void requirePlausible() {
    Plausibility all = plausibility;
    plausibility = null;
    if (all != null && all.share() < Plausibility.ENOUGH) {
      throw new TextFaultException(Code.ENCODING_UNCLEAR, 0, encoding().label());
    }
  }

  private void use(Encoding found) {
    encoding = found;
    decoder = found.decoder();
  }

  /** Copies up to the first byte that is not ASCII; false if that is the next one. */
  private boolean copyAscii(CharBuffer letters) {
    byte[] from = bytes.array();
    char[] to = letters.array();
    int position = bytes.position();
    int shift = letters.arrayOffset() - position;
    int end = Math.min(bytes.limit(), position + letters.remaining());
    int i = position;
    while (i < end && from[i] >= 0) {
      to[i + shift] = (char) from[i];
      i++;
    }
    if (i > position) {
      lastAscii = (char) from[i - 1];
    }
    bytes.position(i);
    letters.position(i - position);
    return i > position || i == bytes.limit();
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

  /** A byte order mark is no part of the text, and says what it is stronger than anybody. */
  private void readMark() {
    if (begins(0xEF, 0xBB, 0xBF)) {
      use(Encoding.UTF_8);
      bytes.position(3);
    } else if (begins(0xFF, 0xFE)) {
      use(Encoding.UTF_16LE);
      bytes.position(2);
    } else if (begins(0xFE, 0xFF)) {
      use(Encoding.UTF_16BE);
      bytes.position(2);
    }
  }

  private boolean begins(int... signature) {
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

  /**
   * NULs at the high side of the pairs, not few and far more than at the low side (an emoji can
   * have one there), no line ends at the high side, and all of it valid.
   */
  private boolean looksLikeUtf16(int side) {
    int length = Math.min(bytes.limit(), 8 * 1024) & ~1;
    int nuls = 0;
    int others = 0;
    for (int i = 0; i < length; i++) {
      byte one = bytes.get(i);
      boolean high = i % 2 == side;
      if (high && (one == '\n' || one == '\r')) {
        return false;
      }
      nuls += one == 0 && high ? 1 : 0;
      others += one == 0 && !high ? 1 : 0;
    }
    if (length < 4 || nuls * NUL_SHARE < length || others >= nuls) {
      return false;
    }
    Encoding candidate = side == 1 ? Encoding.UTF_16LE : Encoding.UTF_16BE;
    ByteBuffer beginning = bytes.duplicate().limit(length);
    return !candidate.decoder().decode(beginning, CharBuffer.allocate(length), false).isError();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
