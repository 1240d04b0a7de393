package io.daybreak.acceptance.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources of the project, as files. */
final class Sources {

  /** The folder of all modules, seen from this one. */
  static final Path ROOT = Path.of("..");

  /** The modules whose code is delivered. */
  static final List<String> DELIVERED =
      List.of(
          "contracts",
          "service-kit",
          "import-service",
          "sheet-service",
          "order-service",
          "console");

  /** All modules. */
  static final List<String> ALL =
      Stream.concat(DELIVERED.stream(), Stream.of("simulators", "stack", "acceptance")).toList();

  private Sources() {}

  /** Java files of one module, {@code main} or {@code test}. */
  static List<Path> java(String module, String side) {
    Path folder = ROOT.resolve(module).resolve("src").resolve(side).resolve("java");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Java files of several modules. */
  static Stream<Path> java(List<String> modules, String side) {
    return modules.stream().flatMap(module -> java(module, side).stream());
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
