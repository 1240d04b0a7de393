package io.daybreak.uploads.upload;

/** Told that some upload has ended and its message waits. */
public interface EndListener {
  void ended();
}
