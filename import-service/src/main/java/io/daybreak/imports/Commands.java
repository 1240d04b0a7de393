package io.daybreak.imports;

import io.daybreak.imports.batch.MorningBatchCommand;
import io.daybreak.imports.job.RunImportsCommand;
import io.quarkus.picocli.runtime.annotations.TopCommand;
import picocli.CommandLine.Command;

/** The commands of the image; without one, the service serves. */
@TopCommand
@Command(
    name = "import-service",
    mixinStandardHelpOptions = true,
    subcommands = {RunImportsCommand.class, MorningBatchCommand.class})
public class Commands {}
