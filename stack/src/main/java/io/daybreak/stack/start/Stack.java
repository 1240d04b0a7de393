package io.daybreak.stack.start;

import io.daybreak.simulators.access.Person;
import io.daybreak.simulators.kernel.Ports;
import io.daybreak.stack.service.Executable;
import io.daybreak.stack.service.ServiceLaunch;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.service.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The whole product and its outside world, running on this machine. */
public final class Stack implements AutoCloseable {

  private final ClosingStack closing;
  private final Thread hook;
  private final RunFolder folder;
  private final OutsideWorld outside;
  private final List<ServiceProcess> services = new ArrayList<>();

  private Stack(ClosingStack closing, Thread hook, RunFolder folder, OutsideWorld outside) {
    this.closing = closing;
    this.hook = hook;
    this.folder = folder;
    this.outside = outside;
  }

  /** Starts everything and returns when every service is ready. */
  public static Stack start(Workspace workspace, StackOptions options)
      throws IOException, SQLException, InterruptedException {
    ClosingStack closing = new ClosingStack();
    // Ctrl-C and TERM end the JVM through this hook; after kill -9 the children's watchers act.
    Thread hook = new Thread(closing::close, "stop-the-stack");
    Runtime.getRuntime().addShutdownHook(hook);
    boolean complete = false;
    try {
      RunFolder folder = workspace.newRun();
      closing.add(() -> Workspace.deleteTree(folder.folder()));
      Stack stack =
          new Stack(closing, hook, folder, OutsideWorld.start(workspace, folder, closing));
      stack.startServices(workspace, options);
      closing.add(() -> stack.services.forEach(ServiceProcess::askToStop));
      closing.add(StackFile.write(workspace.stackFile(), stack));
      complete = true;
      return stack;
    } finally {
      if (!complete) {
        closing.close();
      }
    }
  }

  public OutsideWorld outside() {
    return outside;
  }

  public RunFolder folder() {
    return folder;
  }

  /** Every instance of every service, in the order of their start. */
  public List<ServiceProcess> services() {
    return List.copyOf(services);
  }

  /** The instances of a service. */
  public List<ServiceProcess> instancesOf(ServiceName service) {
    return services.stream().filter(process -> process.launch().service() == service).toList();
  }

  /** Where the first instance of a service answers. */
  public URI url(ServiceName service) {
    return instancesOf(service).stream()
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException(service.module() + " is not running"))
        .launch()
        .url();
  }

  /** Where people open the console, if it runs. */
  public Optional<URI> console() {
    return instancesOf(ServiceName.CONSOLE).stream().findFirst().map(one -> one.launch().url());
  }

  public String tokenFor(Person person) {
    return outside.tokens().tokenFor(person);
  }

  /** Starts a killed instance again, with the same command line and port. */
  public void restart(ServiceProcess dead) throws IOException, InterruptedException {
    restart(List.of(dead));
  }

  /** Starts killed instances again, all at the same time, with the same command lines and ports. */
  public void restart(List<ServiceProcess> dead) throws IOException, InterruptedException {
    List<ServiceProcess> started = new ArrayList<>();
    for (ServiceProcess process : dead) {
      started.add(closing.add(ServiceProcess.start(process.launch())));
      services.set(services.indexOf(process), started.get(started.size() - 1));
    }
    for (ServiceProcess process : started) {
      process.awaitReady();
    }
  }

  private void startServices(Workspace workspace, StackOptions options)
      throws IOException, InterruptedException {
    Addresses addresses = Addresses.choose(options);
    ServiceSettings settings = new ServiceSettings(outside, addresses);
    for (ServiceName service : ServiceName.values()) {
      Path file = settings.write(service, options.settingsOf(service), folder.settingsOf(service));
      for (int replica = 1; replica <= options.replicasOf(service); replica++) {
        int port = replica == 1 ? addresses.portOf(service) : Ports.free();
        List<String> command = executable(workspace, options, service).command(service);
        ServiceLaunch launch = launch(service, replica, port, command, file);
        services.add(closing.add(ServiceProcess.start(launch)));
      }
    }
    for (ServiceProcess service : services) {
      service.awaitReady();
    }
    if (!instancesOf(ServiceName.IMPORT).isEmpty()) {
      SampleChannel.connect(url(ServiceName.IMPORT), outside.tokens());
    }
    outside
        .simulators()
        .slack()
        .events()
        .subscribe(
            instancesOf(ServiceName.IMPORT).stream()
                .map(service -> service.launch().url().resolve("/slack/events"))
                .toList());
  }

  private static Executable executable(
      Workspace workspace, StackOptions options, ServiceName service) {
    return options.nativeExecutables()
        ? new Executable.Native(workspace.root(), options.heapOf(service))
        : new Executable.Jvm(workspace.root(), options.heapOf(service), options.forLoad());
  }

  private ServiceLaunch launch(
      ServiceName service, int replica, int port, List<String> command, Path file) {
    String log = replica == 1 ? service.module() : service.module() + "-" + replica;
    return new ServiceLaunch(
        service,
        replica,
        port,
        command,
        Map.of(
            "SMALLRYE_CONFIG_LOCATIONS", file.toUri().toString(),
            "QUARKUS_HTTP_PORT", Integer.toString(port)),
        folder.log(log));
  }

  @Override
  public void close() {
    closing.close();
    if (Thread.currentThread() != hook) {
      forget(hook);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending already and runs the hook, which finds nothing left to stop.
    }
  }
}
