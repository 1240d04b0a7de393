package io.daybreak.sheets.fake;

/** Google says no with HTTP 400. */
final class FakeRefusal extends RuntimeException {

  FakeRefusal(String message) {
    super(message);
  }
}
