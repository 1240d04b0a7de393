package io.daybreak.stack.start;

import io.daybreak.stack.service.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * What one start of the stack keeps on disk.
 *
 * @param folder database, keys and settings; only the owner may read it, and it goes when the stack
 *     stops
 * @param logs the services' logs, which stay
 */
public record RunFolder(Path folder, Path logs) {

  static RunFolder create(Path folder, Path logs) throws IOException {
    Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.createDirectories(logs);
    return new RunFolder(folder, logs);
  }

  Path database() {
    return folder.resolve("database");
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Configuration that runs the service against this stack. */
  public Path settingsOf(ServiceName service) {
    return folder.resolve(service.module() + ".properties");
  }

  Path log(String name) {
    return logs.resolve(name + ".log");
  }
}
