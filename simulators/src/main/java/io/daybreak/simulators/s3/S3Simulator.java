package io.daybreak.simulators.s3;

import io.daybreak.simulators.kernel.Faults;
import io.daybreak.simulators.kernel.Journal;
import io.daybreak.simulators.kernel.Policy;
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

  /** The one key pair; what it may do is everything, or {@link #policy}. */
  public static final String ACCESS_KEY = "local";

  public static final String SECRET_KEY = "local";

  private final Buckets buckets;
  private final S3Simulation simulation;
  private final SimulatorServer server;

  private S3Simulator(Buckets buckets, S3Simulation simulation, SimulatorServer server) {
    this.buckets = buckets;
    this.simulation = simulation;
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
    S3Simulation simulation = new S3Simulation(buckets, ACCESS_KEY);
    return new S3Simulator(buckets, simulation, SimulatorServer.start(options, simulation));
  }

  public Buckets buckets() {
    return buckets;
  }

  /** What the one key pair may do from now on. */
  public void policy(Policy policy) {
    simulation.policy(policy);
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
