package io.daybreak.simulators.slack;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * A file's content, made anew for each download, so that a large one is never in memory.
 *
 * @param bytes its size
 * @param pieces small ones, tens of kilobytes
 */
public record Content(long bytes, Supplier<Iterator<Buffer>> pieces) {

  public static Content of(byte[] bytes) {
    return new Content(
        bytes.length,
        () ->
            bytes.length == 0
                ? Collections.emptyIterator()
                : List.of(Buffer.buffer(bytes)).iterator());
  }

  /** Text in UTF-8. */
  public static Content of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }
}
