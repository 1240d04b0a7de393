package io.daybreak.simulators.glue;

import io.daybreak.simulators.kernel.Faults;
import io.daybreak.simulators.kernel.Journal;
import io.daybreak.simulators.kernel.SimulatorOptions;
import io.daybreak.simulators.kernel.SimulatorServer;
import java.net.URI;
import java.time.Clock;

/** The simulated Glue. */
public final class GlueSimulator implements AutoCloseable {

  private final Jobs jobs;
  private final SimulatorServer server;

  private GlueSimulator(Jobs jobs, SimulatorServer server) {
    this.jobs = jobs;
    this.server = server;
  }

  public static GlueSimulator start(SimulatorOptions options) {
    Clock clock = Clock.systemUTC();
    Jobs jobs = new Jobs(clock, options.seed());
    return new GlueSimulator(jobs, SimulatorServer.start(options, new GlueSimulation(jobs, clock)));
  }

  public Jobs jobs() {
    return jobs;
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
