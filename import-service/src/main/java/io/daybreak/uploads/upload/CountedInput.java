package io.daybreak.uploads.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that are read. */
final class CountedInput extends FilterInputStream {

  private long bytes;
  private boolean ended;

  CountedInput(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? -1 : 1);
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    count(count);
    return count;
  }

  private void count(int read) {
    ended |= read < 0;
    bytes += Math.max(read, 0);
  }

  long bytes() {
    return bytes;
  }

  /** Whether there is nothing more to be read. */
  boolean ended() {
    return ended;
  }
}
