package io.daybreak.uploads.warehouse;

import org.jspecify.annotations.Nullable;

/** S3 refused or failed; the message says how, in S3's words for codes and no others. */
public class StoreException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreException(String what, @Nullable Throwable cause) {
    super(what, cause);
  }
}
