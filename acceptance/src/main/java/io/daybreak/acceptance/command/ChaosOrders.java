package io.daybreak.acceptance.command;

import io.daybreak.acceptance.chaos.ChaosOptions;
import io.daybreak.acceptance.chaos.ChaosReport;
import io.daybreak.acceptance.chaos.OrderChaos;
import io.daybreak.stack.start.Workspace;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./daybreak chaos orders}: exit code 0 only if nothing was lost and nothing doubled. */
@Command(
    name = "orders",
    description = "Orders with duplicates and disorder on two replicas that are killed.",
    mixinStandardHelpOptions = true)
public final class ChaosOrders implements Callable<Integer> {

  /** Each moment's turn comes at least once. */
  private static final int LEAST_KILLS = 4;

  @Option(
      names = "--orders",
      defaultValue = "10000",
      description = "How many orders (default: ${DEFAULT-VALUE}).")
  private int orders = 10_000;

  @Option(names = "--seed", description = "Repeat the chaos of an earlier run.")
  private @Nullable Long seed;

  @Option(
      names = "--rate",
      defaultValue = "50",
      description = "Most orders placed a second (default: ${DEFAULT-VALUE}).")
  private int perSecond = 50;

  @Option(
      names = "--duplicates",
      defaultValue = "0.3",
      description = "Probability of one more copy of a webhook (default: ${DEFAULT-VALUE}).")
  private double duplicates = 0.3;

  @Option(
      names = "--spread",
      defaultValue = "2000",
      description = "Each delivery is late by up to so many ms (default: ${DEFAULT-VALUE}).")
  private long spreadMillis = 2_000;

  @Option(
      names = "--kill-every",
      defaultValue = "8",
      description = "Mean seconds between two kills, 0 for none (default: ${DEFAULT-VALUE}).")
  private long killEverySeconds = 8;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    var options =
        new ChaosOptions(
            orders,
            seed == null ? ThreadLocalRandom.current().nextLong(1_000_000) : seed,
            perSecond,
            duplicates,
            Duration.ofMillis(spreadMillis),
            Duration.ofSeconds(killEverySeconds),
            killEverySeconds == 0 ? 0 : LEAST_KILLS);
    ChaosReport report = new OrderChaos(options, out).run(Workspace.ofThisProcess());
    report.print(out);
    return report.verdict().good() ? 0 : 1;
  }
}
