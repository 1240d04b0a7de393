package io.daybreak.simulators.glue;

import io.daybreak.simulators.kernel.Faults;
import io.daybreak.simulators.kernel.Journal;
import io.daybreak.simulators.kernel.Policy;
import io.daybreak.simulators.kernel.SimulatorOptions;
import io.daybreak.simulators.kernel.SimulatorServer;
import java.net.URI;
import java.time.Clock;

/** The simulated Glue. */
public final class GlueSimulator implements AutoCloseable {

  private final Jobs jobs;
  private final GlueSimulation simulation;
  private final SimulatorServer server;

  private GlueSimulator(Jobs jobs, GlueSimulation simulation, SimulatorServer server) {
    this.jobs = jobs;
    this.simulation = simulation;
    this.server = server;
  }

  public static GlueSimulator start(SimulatorOptions options) {
    Clock clock = Clock.systemUTC();
    Jobs jobs = new Jobs(clock, options.seed());
    GlueSimulation simulation = new GlueSimulation(jobs, clock);
    return new GlueSimulator(jobs, simulation, SimulatorServer.start(options, simulation));
  }

  public Jobs jobs() {
    return jobs;
  }

  /** What callers may do from now on. */
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
