package io.daybreak.acceptance.command;

import picocli.CommandLine.Command;

/** {@code ./daybreak bench …}: one command a part of the product. */
@Command(
    name = "bench",
    description = "Measure what the services take, on this machine.",
    subcommands = {BenchImport.class, BenchCsv.class, BenchWebhooks.class, BenchFootprint.class},
    mixinStandardHelpOptions = true)
public final class Bench {}
