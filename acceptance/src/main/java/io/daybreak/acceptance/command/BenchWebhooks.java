package io.daybreak.acceptance.command;

import io.daybreak.acceptance.bench.orders.WebhookBench;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.start.StackOptions;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./daybreak bench webhooks}: exit code 0 only if all that was accepted was committed. */
@Command(
    name = "webhooks",
    description = "Signed webhooks a second, accepted and committed, and how long they take.",
    mixinStandardHelpOptions = true)
public final class BenchWebhooks implements Callable<Integer> {

  @Mixin private StackChoice choice = new StackChoice();

  @Option(
      names = "--rate",
      defaultValue = "500",
      description = "Webhooks a second for response times (default: ${DEFAULT-VALUE}).")
  private int perSecond = 500;

  @Option(
      names = "--seconds",
      defaultValue = "30",
      description = "How long the rate is kept (default: ${DEFAULT-VALUE}).")
  private int seconds = 30;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    StackOptions options = choice.options(Set.of(ServiceName.ORDER)).underLoad();
    var bench = new WebhookBench(options, perSecond, seconds);
    return bench.run(choice.workspace(), spec.commandLine().getOut()) ? 0 : 1;
  }
}
