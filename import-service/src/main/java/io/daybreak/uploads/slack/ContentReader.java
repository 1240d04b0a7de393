package io.daybreak.uploads.slack;

import java.io.IOException;
import java.io.InputStream;

/** Reads a file's content while it arrives. */
@FunctionalInterface
public interface ContentReader<T> {
  T read(InputStream content) throws IOException;
}
