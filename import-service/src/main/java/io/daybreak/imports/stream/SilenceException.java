package io.daybreak.imports.stream;

import java.io.IOException;
import java.time.Duration;

/** Nothing of a body has arrived for longer than its reader waits. */
public class SilenceException extends IOException {

  private static final long serialVersionUID = 1L;

  SilenceException(Duration silence) {
    super("Nothing arrived for " + silence);
  }
}
