package io.daybreak.stack.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The working tree and the folder {@code .daybreak} in it. Every start gets a folder of its own
 * named after its time and process id, so that starts never meet and need no locks: the folder of a
 * process that is gone is nobody's.
 *
 * @param root the folder of the modules
 */
public record Workspace(Path root) {

  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
  private static final AtomicInteger STARTS = new AtomicInteger();

  public Workspace {
    root = root.toAbsolutePath().normalize();
  }

  /** The tree that {@code ./daybreak} was called in. */
  public static Workspace ofThisProcess() {
    return new Workspace(Path.of(System.getProperty("daybreak.root", "")));
  }

  /** Describes the newest start that is running. */
  public Path stackFile() {
    return home().resolve("stack.json");
  }

  /** Where PostgreSQL's binaries are unpacked once for all starts. */
  public Path databaseBinaries() {
    return home().resolve("postgresql");
  }

  /** A new folder for this process, after removing the folders of processes that are gone. */
  RunFolder newRun() throws IOException {
    Files.createDirectories(runs());
    for (Path folder : children(runs())) {
      if (ownerOf(folder).isEmpty()) {
        removeAbandoned(folder);
      }
    }
    // Several starts of one process, as in tests, differ by a number.
    String name =
        "%s-%d.%d"
            .formatted(
                STAMP.format(LocalDateTime.now()),
                ProcessHandle.current().pid(),
                STARTS.incrementAndGet());
    return RunFolder.create(runs().resolve(name), home().resolve("logs").resolve(name));
  }

  private static Optional<ProcessHandle> ownerOf(Path folder) {
    String name = folder.getFileName().toString();
    String id = name.substring(name.lastIndexOf('-') + 1).replaceAll("\\..*", "");
    return id.matches("\\d+") ? ProcessHandle.of(Long.parseLong(id)) : Optional.empty();
  }

  private static void removeAbandoned(Path folder) {
    try {
      deleteTree(folder);
    } catch (IOException e) {
      // Its database is still stopping, or it is another user's: a later start removes it.
    }
  }

  static void deleteTree(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    }
  }

  private Path home() {
    return root.resolve(".daybreak");
  }

  private Path runs() {
    return home().resolve("runs");
  }
}
