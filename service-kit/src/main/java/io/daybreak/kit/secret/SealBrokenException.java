package io.daybreak.kit.secret;

/** A sealed text cannot be opened. The message never contains any part of it. */
public class SealBrokenException extends RuntimeException {

  SealBrokenException(String message) {
    super(message);
  }
}
