package io.daybreak.uploads.clean;

import io.daybreak.uploads.fault.ErrorKind;
import io.daybreak.uploads.fault.UploadError;

/**
 * A record that is wrong, with the first thing that is wrong with it.
 *
 * @param line of the file, from 1
 */
public record BadRow(long line, ErrorKind kind, String english, String korean) {

  static BadRow of(long line, UploadError error) {
    return new BadRow(line, error.kind(), error.english(), error.korean());
  }

  public UploadError error() {
    return new UploadError(kind, english, korean);
  }
}
