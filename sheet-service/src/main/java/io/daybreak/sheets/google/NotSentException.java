package io.daybreak.sheets.google;

import java.io.IOException;

/** No connection could be had, so the request never left. */
class NotSentException extends IOException {

  NotSentException(Throwable cause) {
    super("no connection", cause);
  }
}
