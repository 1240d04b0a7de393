package io.daybreak.uploads.warehouse;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * An object while it is written: one part at a time in memory, sent when it is full. There is no
 * object before {@link #complete}; {@link #abort} leaves none.
 */
public final class TargetWriter extends OutputStream {

  private final ObjectGateway objects;
  private final Target target;
  private final String multipart;
  private final List<CompletedPart> parts = new ArrayList<>();
  private byte[] buffer;
  private int filled;
  private long bytes;

  /**
   * Begins the object.
   *
   * @param partBytes size of the buffer, and of every part but the last
   */
  public TargetWriter(ObjectGateway objects, Target target, String uploadId, int partBytes) {
    this.objects = objects;
    this.target = target;
    this.multipart = objects.begin(target, uploadId);
    this.buffer = new byte[partBytes];
  }

  @Override
  public void write(int one) {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    int from = offset;
    int left = length;
    while (left > 0) {
      int count = Math.min(left, buffer.length - filled);
      System.arraycopy(source, from, buffer, filled, count);
      filled += count;
      from += count;
      left -= count;
      if (filled == buffer.length) {
        send();
      }
    }
  }

  /** Bytes written so far. */
  public long bytes() {
    return bytes + filled;
  }

  /** Makes the object appear, whole. */
  public void complete() {
    if (filled > 0) {
      send();
    }
    objects.complete(target, multipart, parts);
  }

  /** Gives back what was sent, and the memory. */
  public void abort() {
    buffer = new byte[0];
    objects.abort(target, multipart);
  }

  private void send() {
    parts.add(objects.part(target, multipart, parts.size() + 1, buffer, filled));
    bytes += filled;
    filled = 0;
  }
}
