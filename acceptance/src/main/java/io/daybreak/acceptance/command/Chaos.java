package io.daybreak.acceptance.command;

import picocli.CommandLine.Command;

/** {@code ./daybreak chaos …}: one command a part of the product. */
@Command(
    name = "chaos",
    description = "Kill, duplicate, reorder and delay, then count what was lost or doubled.",
    subcommands = {ChaosOrders.class},
    mixinStandardHelpOptions = true)
public final class Chaos {}
