package io.daybreak.orders;

import io.daybreak.orders.catchup.CatchUpCommand;
import io.quarkus.picocli.runtime.annotations.TopCommand;
import picocli.CommandLine.Command;

/** The commands of the image; without one, the service serves. */
@TopCommand
@Command(
    name = "order-service",
    mixinStandardHelpOptions = true,
    subcommands = CatchUpCommand.class)
public class Commands {}
