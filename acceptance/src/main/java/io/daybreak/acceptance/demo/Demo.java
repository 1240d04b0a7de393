package io.daybreak.acceptance.demo;

import io.daybreak.acceptance.command.StackChoice;
import io.daybreak.acceptance.terminal.Screen;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.start.Stack;
import io.daybreak.stack.start.StackOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code ./daybreak demo}: exit code 0 only if the sheet's sums are the source's, the order became
 * one order and one mail, and the good CSV one object and one job run.
 */
@Command(
    name = "demo",
    description =
        "Run an import, an order and two CSVs, and prove that rows, mail and object are right.",
    mixinStandardHelpOptions = true)
public final class Demo implements Callable<Integer> {

  @Mixin private StackChoice choice = new StackChoice();

  @Option(
      names = "--format",
      defaultValue = "NSA_GTD",
      description = "NSA_CTD, NSA_GTD, NSA_TD or NSA_T (default: ${DEFAULT-VALUE}).")
  private String format = "NSA_GTD";

  @Option(
      names = "--days",
      defaultValue = "30",
      description = "Days to import (default: ${DEFAULT-VALUE}).")
  private int days = 30;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Screen screen = new Screen(spec.commandLine());
    StackOptions options = choice.options(ServiceName.BEHIND_THE_CONSOLE);
    screen.heading("Daybreak: numbers into a spreadsheet, orders into review mails, files into S3");
    screen.line("  Starting PostgreSQL, SQS, SMTP, the simulators, and the services");
    try (Stack stack = Stack.start(choice.workspace(), options)) {
      stack
          .services()
          .forEach(
              service ->
                  screen.done(
                      service.launch().title() + screen.faint("  " + service.launch().url())));
      boolean imported = new ImportStory(screen, stack, format, days).tell();
      boolean mailed = new OrderStory(screen, stack).tell();
      boolean uploaded = new UploadStory(screen, stack).tell();
      return imported && mailed && uploaded ? 0 : 1;
    }
  }
}
