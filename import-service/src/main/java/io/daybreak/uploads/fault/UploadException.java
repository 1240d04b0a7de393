package io.daybreak.uploads.fault;

import org.jspecify.annotations.Nullable;

/** Ends an upload. */
public class UploadException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient UploadError error;

  public UploadException(UploadError error) {
    this(error, null);
  }

  public UploadException(UploadError error, @Nullable Throwable cause) {
    super(error.english(), cause);
    this.error = error;
  }

  public UploadError error() {
    return error;
  }
}
