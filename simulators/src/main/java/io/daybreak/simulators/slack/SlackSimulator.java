package io.daybreak.simulators.slack;

import io.daybreak.simulators.kernel.Faults;
import io.daybreak.simulators.kernel.Journal;
import io.daybreak.simulators.kernel.SimulatorOptions;
import io.daybreak.simulators.kernel.SimulatorServer;
import io.daybreak.simulators.slack.event.EventRules;
import io.daybreak.simulators.slack.event.EventSender;
import java.net.URI;
import java.time.Clock;

/** The simulated Slack: people who share files, events that tell of them, a Web API. */
public final class SlackSimulator implements AutoCloseable {

  private final SlackApp app;
  private final Workspace workspace;
  private final EventSender events;
  private final SlackSimulation simulation;
  private final SimulatorServer server;

  private SlackSimulator(
      SlackApp app,
      Workspace workspace,
      EventSender events,
      SlackSimulation simulation,
      SimulatorServer server) {
    this.app = app;
    this.workspace = workspace;
    this.events = events;
    this.simulation = simulation;
    this.server = server;
  }

  public static SlackSimulator start(SimulatorOptions options) {
    Clock clock = Clock.systemUTC();
    SlackApp app = SlackApp.local();
    var workspace = new Workspace(app, clock);
    var events = new EventSender(EventRules.real(), app.signingSecret(), clock);
    var simulation = new SlackSimulation(workspace, events);
    var server = SimulatorServer.start(options, simulation);
    simulation.baseUrl(server.baseUrl().toString());
    return new SlackSimulator(app, workspace, events, simulation, server);
  }

  public SlackApp app() {
    return app;
  }

  /** Files and messages. */
  public Workspace workspace() {
    return workspace;
  }

  /** How the app is told. */
  public EventSender events() {
    return events;
  }

  /** A person puts a file into a channel; the app is told. */
  public SharedFile share(String name, Content content, String channel) {
    return simulation.share(name, content, channel);
  }

  /** A person shares a file again where it is; the app is told by another event. */
  public void shareAgain(SharedFile file) {
    events.send(workspace.shared(file, file.user()));
  }

  /** What the app may do from now on. */
  public void access(Access access) {
    simulation.access(access);
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
    events.close();
    server.close();
  }
}
