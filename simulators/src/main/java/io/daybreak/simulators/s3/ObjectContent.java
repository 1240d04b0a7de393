package io.daybreak.simulators.s3;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** An object's bytes, a small piece at a time. */
final class ObjectContent implements Iterator<Buffer> {

  private static final int PIECE = 64 * 1024;

  private final S3Object object;
  private int part;
  private long position;
  private long left;

  ObjectContent(S3Object object) {
    this.object = object;
    this.left = object.bytes();
  }

  @Override
  public boolean hasNext() {
    return left > 0;
  }

  @Override
  public Buffer next() {
    if (left <= 0) {
      throw new NoSuchElementException();
    }
    try (RandomAccessFile file = new RandomAccessFile(object.parts().get(part).toFile(), "r")) {
      byte[] piece = new byte[(int) Math.min(PIECE, file.length() - position)];
      file.seek(position);
      file.readFully(piece);
      position += piece.length;
      if (position == file.length()) {
        part++;
        position = 0;
      }
      left -= piece.length;
      return Buffer.buffer(piece);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
