package io.daybreak.acceptance.world;

import io.daybreak.stack.service.ServiceProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the services have logged since their start.
 *
 * @param folder a file for each replica
 */
public record Logs(Path folder) {

  /** All that one replica has logged. */
  public static String of(ServiceProcess process) {
    return String.join("\n", lines(process.launch().log()).toList());
  }

  /** The lines that contain a text. */
  public List<String> linesWith(String text) {
    return linesWithAny(Set.of(text));
  }

  /** The lines that contain one of these texts. */
  List<String> linesWithAny(Set<String> texts) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .flatMap(Logs::lines)
          .filter(line -> texts.stream().anyMatch(line::contains))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long lineCount() {
    return linesWith("").size();
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
