package io.daybreak.acceptance;

import io.daybreak.acceptance.command.Bench;
import io.daybreak.acceptance.command.Chaos;
import io.daybreak.acceptance.command.Doctor;
import io.daybreak.acceptance.command.Fetch;
import io.daybreak.acceptance.command.Mails;
import io.daybreak.acceptance.command.Up;
import io.daybreak.acceptance.demo.Demo;
import java.io.IOException;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line of the local stack. */
@Command(
    name = "daybreak",
    description = "Runs Daybreak and its whole outside world on this machine.",
    footer = {
      "",
      "Chaos and measurements: chaos orders, bench import, bench csv, bench webhooks.",
      "While building: test NAME runs one test, dev SERVICE a service that reloads itself.",
      "Every command has --help."
    },
    subcommands = {
      Demo.class,
      Up.class,
      Mails.class,
      Doctor.class,
      Chaos.class,
      Bench.class,
      Fetch.class,
      HelpCommand.class
    },
    mixinStandardHelpOptions = true)
public final class Daybreak {

  private Daybreak() {}

  public static void main(String[] arguments) throws IOException {
    LogManager.getLogManager()
        .readConfiguration(Daybreak.class.getResourceAsStream("/logging.properties"));
    CommandLine line = new CommandLine(new Daybreak());
    line.setExecutionExceptionHandler(
        (exception, commandLine, parsed) -> {
          commandLine
              .getErr()
              .println(
                  commandLine.getColorScheme().errorText(String.valueOf(exception.getMessage())));
          return 1;
        });
    line.setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(line.execute(arguments));
  }
}
