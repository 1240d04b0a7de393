package io.daybreak.uploads.clean;

import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.fault.UploadError;
import java.util.Map;

/**
 * A record that is wrong, with the first thing that is wrong with it.
 *
 * @param line of the file, from 1, as an editor counts
 */
public record BadRow(
    long line, ErrorKind kind, String english, String korean, Map<String, String> values) {

  public BadRow {
    values = Map.copyOf(values);
  }

  static BadRow of(long line, UploadError error) {
    return new BadRow(line, error.kind(), error.english(), error.korean(), error.values());
  }

  public UploadError error() {
    return new UploadError(kind, english, korean, values);
  }
}
