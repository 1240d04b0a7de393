package io.daybreak.orders.csvimport;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Deletes uploaded files that a killed process left behind: they are full of addresses, and a pod's
 * temporary folder outlives its containers.
 */
@ApplicationScoped
class UploadSweep {

  private static final Logger LOG = Logger.getLogger(UploadSweep.class);

  /** Longer than any import takes; another process of the same machine may still read its own. */
  private static final Duration OLD = Duration.ofHours(6);

  private final Clock clock;

  UploadSweep(Clock clock) {
    this.clock = clock;
  }

  @Scheduled(every = "1h")
  void sweep() {
    sweep(Path.of(System.getProperty("java.io.tmpdir")));
  }

  void sweep(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "orders-*.csv")) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(clock.instant().minus(OLD))) {
          Files.deleteIfExists(file);
          LOG.warnf("An uploaded file that nobody reads any more was deleted");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
