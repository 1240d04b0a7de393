package io.daybreak.acceptance.command;

import io.daybreak.acceptance.bench.imports.ImportBench;
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

/** {@code ./daybreak bench import}: exit code 0 only if every import succeeded. */
@Command(
    name = "import",
    description = "One large import beside its bound, then the API while many imports run.",
    mixinStandardHelpOptions = true)
public final class BenchImport implements Callable<Integer> {

  @Mixin private StackChoice choice = new StackChoice();

  @Option(
      names = "--rows",
      defaultValue = "100000",
      description = "Rows of the large import, 13 columns (default: ${DEFAULT-VALUE}).")
  private int rows = 100_000;

  @Option(
      names = "--days",
      defaultValue = "30",
      description = "Days of the large import (default: ${DEFAULT-VALUE}).")
  private int days = 30;

  @Option(
      names = "--imports",
      defaultValue = "20",
      description = "Imports that run at once while the API is asked (default: ${DEFAULT-VALUE}).")
  private int imports = 20;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    StackOptions options =
        choice.options(Set.of(ServiceName.IMPORT, ServiceName.SHEET)).underLoad();
    var bench = new ImportBench(options, rows, days, imports);
    return bench.run(choice.workspace(), new Screen(spec.commandLine())) ? 0 : 1;
  }
}
