package io.daybreak.acceptance.command;

import io.daybreak.acceptance.bench.csv.UploadBench;
import io.daybreak.acceptance.terminal.Screen;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.start.StackOptions;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./daybreak bench csv}: exit code 0 only if every file became what it had to. */
@Command(
    name = "csv",
    description = "One large CSV file from Slack with a heap smaller than it, then many at once.",
    mixinStandardHelpOptions = true)
public final class BenchCsv implements Callable<Integer> {

  @Mixin private StackChoice choice = new StackChoice();

  @Option(
      names = "--megabytes",
      defaultValue = "200",
      description = "Size of the large file (default: ${DEFAULT-VALUE}).")
  private int megabytes = 200;

  @Option(
      names = "--files",
      defaultValue = "100",
      description = "Files of 1 MB that are shared at once (default: ${DEFAULT-VALUE}).")
  private int files = 100;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    StackOptions options = choice.options(Set.of(ServiceName.IMPORT)).underLoad();
    if (!choice.heapChosen()) {
      options = options.withHeap("128m");
    }
    var bench = new UploadBench(options, megabytes, files);
    return bench.run(choice.workspace(), new Screen(spec.commandLine())) ? 0 : 1;
  }
}
