package io.daybreak.uploads.upload;

import io.daybreak.uploads.clean.BadRows;
import io.daybreak.uploads.fault.UploadException;

/** A file was read to its end, and some of its records are wrong. */
final class WrongRowsException extends UploadException {

  private static final long serialVersionUID = 1L;

  private final transient BadRows rows;
  private final long read;

  WrongRowsException(BadRows rows, long read) {
    super(rows.error());
    this.rows = rows;
    this.read = read;
  }

  BadRows rows() {
    return rows;
  }

  long read() {
    return read;
  }
}
