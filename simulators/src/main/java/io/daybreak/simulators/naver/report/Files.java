package io.daybreak.simulators.naver.report;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * How a report's file is sent: as text, or as a zip with one entry to whoever asks for it with the
 * header {@code X-Accept-Encoding: zip} (since 2017-03-09).
 */
public final class Files {

  private Files() {}

  /** The answer to a download. */
  public static Answer answer(Call call, Iterator<Buffer> parts) {
    return "zip".equalsIgnoreCase(call.header("X-Accept-Encoding"))
        ? new Answer.Streamed(200, Map.of("Content-Type", "application/zip"), new Zipped(parts))
        : new Answer.Streamed(
            200, Map.of("Content-Type", "text/tab-separated-values;charset=UTF-8"), parts);
  }

  /** Packs parts one by one, so that a file never exists as a whole. */
  private static final class Zipped implements Iterator<Buffer> {

    private final Iterator<Buffer> parts;
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(packed);
    private boolean closed;

    Zipped(Iterator<Buffer> parts) {
      this.parts = parts;
      try {
        zip.putNextEntry(new ZipEntry("report.tsv"));
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }

    @Override
    public boolean hasNext() {
      return !closed;
    }

    @Override
    public Buffer next() {
      if (closed) {
        throw new NoSuchElementException();
      }
      try {
        if (parts.hasNext()) {
          zip.write(parts.next().getBytes());
          zip.flush();
        } else {
          zip.close();
          closed = true;
        }
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      Buffer next = Buffer.buffer(packed.toByteArray());
      packed.reset();
      return next;
    }
  }
}
