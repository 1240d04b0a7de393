package io.daybreak.uploads.clean;

import java.util.List;
import java.util.Optional;

/** A cell with several values, separated by bare half-width commas. */
final class Splitting {

  private Splitting() {}

  /** What separates the values though it must not, if anything does. */
  static Optional<String> wrongSeparator(String cell) {
    if (cell.indexOf('，') >= 0) {
      return Optional.of("`，`");
    }
    if (cell.contains(", ") || cell.contains(" ,")) {
      return Optional.of("`, `");
    }
    if (cell.endsWith(",") || cell.startsWith(",") || cell.contains(",,")) {
      return Optional.of("`,` + \"\"");
    }
    return Optional.empty();
  }

  static List<String> values(String cell) {
    return List.of(cell.split(",", -1));
  }
}
