package io.daybreak.acceptance.command;

import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.start.StackOptions;
import io.daybreak.stack.start.Workspace;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that starts the stack. */
public final class StackChoice {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--services",
      split = ",",
      paramLabel = "NAME",
      description = "import, sheet, order, console, all or none.")
  private List<String> services = List.of();

  @Option(
      names = "--replicas",
      split = ",",
      paramLabel = "NAME=N",
      description = "More than one instance of a service, e.g. import=2.")
  private Map<String, Integer> replicas = Map.of();

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      defaultValue = StackOptions.DEFAULT_HEAP,
      description = "Most heap of each service (default: ${DEFAULT-VALUE}).")
  private String heap = StackOptions.DEFAULT_HEAP;

  @Option(names = "--native", description = "Run the services' native executables instead of JVMs.")
  private boolean nativeExecutables;

  /** Whether somebody said how much heap; commands can have a default of their own. */
  public boolean heapChosen() {
    return command.commandLine().getParseResult().hasMatchedOption("--heap");
  }

  public Workspace workspace() {
    return Workspace.ofThisProcess();
  }

  /** What was chosen, where nothing was chosen one instance of every service. */
  public StackOptions options() {
    return options(EnumSet.allOf(ServiceName.class));
  }

  /** What was chosen, where nothing was chosen one instance of each of these. */
  public StackOptions options(Set<ServiceName> otherwise) {
    Map<ServiceName, Integer> instances = new EnumMap<>(ServiceName.class);
    chosen(otherwise).forEach(service -> instances.put(service, 1));
    replicas.forEach((name, number) -> instances.put(named(name), number));
    return new StackOptions(instances, heap, false, nativeExecutables, Map.of());
  }

  private Set<ServiceName> chosen(Set<ServiceName> otherwise) {
    if (services.isEmpty()) {
      return otherwise;
    }
    if (services.equals(List.of("all"))) {
      return EnumSet.allOf(ServiceName.class);
    }
    Set<ServiceName> chosen = EnumSet.noneOf(ServiceName.class);
    if (!services.equals(List.of("none"))) {
      services.forEach(name -> chosen.add(named(name)));
    }
    return chosen;
  }

  private ServiceName named(String name) {
    try {
      return ServiceName.valueOf(name.replace("-service", "").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandLine(),
          "There is no service '" + name + "': import, sheet, order, console",
          e);
    }
  }
}
