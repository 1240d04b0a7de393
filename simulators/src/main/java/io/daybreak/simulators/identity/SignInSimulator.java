package io.daybreak.simulators.identity;

import io.daybreak.simulators.access.TokenIssuer;
import io.daybreak.simulators.kernel.Faults;
import io.daybreak.simulators.kernel.Journal;
import io.daybreak.simulators.kernel.SimulatorOptions;
import io.daybreak.simulators.kernel.SimulatorServer;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/** The simulated identity provider, with one application and three people. */
public final class SignInSimulator implements AutoCloseable {

  private final SignInClient client;
  private final SignInSimulation simulation;
  private final SimulatorServer server;

  private SignInSimulator(
      SignInClient client, SignInSimulation simulation, SimulatorServer server) {
    this.client = client;
    this.simulation = simulation;
    this.server = server;
  }

  /**
   * @param issuer signs the tokens; the services know its key
   */
  public static SignInSimulator start(SimulatorOptions options, TokenIssuer issuer, Clock clock) {
    SignInClient client = SignInClient.console();
    var simulation = new SignInSimulation(client, issuer, clock);
    var server = SimulatorServer.start(options, simulation);
    simulation.baseUrl(server.baseUrl().toString());
    return new SignInSimulator(client, simulation, server);
  }

  /** The application that people sign in to. */
  public SignInClient client() {
    return client;
  }

  /** How long tokens last that are issued from now on; a session lasts much longer. */
  public void tokensLast(Duration time) {
    simulation.tokensLast(time);
  }

  /** Where applications find its configuration, without a slash at the end. */
  public URI url() {
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
