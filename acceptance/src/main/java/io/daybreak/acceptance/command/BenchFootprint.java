package io.daybreak.acceptance.command;

import io.daybreak.acceptance.bench.footprint.FootprintBench;
import io.daybreak.acceptance.terminal.Screen;
import io.daybreak.stack.start.StackOptions;
import io.daybreak.stack.start.Workspace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./daybreak bench footprint}: needs the native executables to be built. */
@Command(
    name = "footprint",
    description = "Start, memory and size of each service: on a JVM, then native.",
    mixinStandardHelpOptions = true)
public final class BenchFootprint implements Callable<Integer> {

  @Option(
      names = "--requests",
      defaultValue = "10000",
      description = "Requests to each service (default: ${DEFAULT-VALUE}).")
  private int requests = 10_000;

  @Option(
      names = "--rows",
      defaultValue = "200000",
      description = "Rows of the import, 13 columns (default: ${DEFAULT-VALUE}).")
  private int rows = 200_000;

  @Option(
      names = "--jvm-heap",
      defaultValue = StackOptions.DEFAULT_HEAP,
      description = "Most heap of each JVM (default: ${DEFAULT-VALUE}).")
  private String jvmHeap = StackOptions.DEFAULT_HEAP;

  @Option(
      names = "--native-heap",
      defaultValue = "64m",
      description = "Most heap of each native executable (default: ${DEFAULT-VALUE}).")
  private String nativeHeap = "64m";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    new FootprintBench(requests, rows, jvmHeap, nativeHeap)
        .run(Workspace.ofThisProcess(), new Screen(spec.commandLine()));
    return 0;
  }
}
