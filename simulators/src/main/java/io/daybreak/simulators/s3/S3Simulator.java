package io.daybreak.simulators.s3;

import io.daybreak.simulators.kernel.Faults;
import io.daybreak.simulators.kernel.Journal;
import io.daybreak.simulators.kernel.SimulatorOptions;
import io.daybreak.simulators.kernel.SimulatorServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** The simulated S3, with its buckets on disk. */
public final class S3Simulator implements AutoCloseable {

  /** The one key pair that may do everything. */
  public static final String ACCESS_KEY = "local";

  public static final String SECRET_KEY = "local";

  private final Buckets buckets;
  private final SimulatorServer server;

  private S3Simulator(Buckets buckets, SimulatorServer server) {
    this.buckets = buckets;
    this.server = server;
  }

  /**
   * @param folder where bodies are kept; made if it does not exist
   */
  public static S3Simulator start(SimulatorOptions options, Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Buckets buckets = new Buckets(folder, Clock.systemUTC());
    return new S3Simulator(
        buckets, SimulatorServer.start(options, new S3Simulation(buckets, ACCESS_KEY)));
  }

  public Buckets buckets() {
    return buckets;
  }

  public URI baseUrl() {
    return server.baseUrl();
  }

  public Journal journal() {
    return server.journal();
  }

  public Faults faults() {
    return server.faults();
  }

  @Override
  public void close() {
    server.close();
  }
}
