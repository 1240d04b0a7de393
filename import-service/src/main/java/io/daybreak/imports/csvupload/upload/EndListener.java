package io.daybreak.imports.csvupload.upload;

/** Told that some upload has ended and its message waits. */
public interface EndListener {
  void ended();
}
