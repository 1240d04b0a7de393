package io.daybreak.imports.batch;

import io.daybreak.kit.sql.BlockingSql;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts today's batch and ends; the service's replicas and Jobs do the work. */
@Dependent
@Unremovable // only picocli asks for it
@Command(
    name = "morning-batch",
    description = "Starts today's batch, unless it was started already.",
    mixinStandardHelpOptions = true)
public class MorningBatchCommand implements Callable<Integer> {

  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final BlockingSql sql;
  private final MorningBatch batch;

  @Spec CommandSpec spec;

  MorningBatchCommand(BlockingSql sql, MorningBatch batch) {
    this.sql = sql;
    this.batch = batch;
  }

  @Override
  public Integer call() {
    MorningBatch.Started started = sql.await(batch.start("cron-job"), LONGEST);
    spec.commandLine()
        .getOut()
        .println(
            "Batch of %s: %s"
                .formatted(started.date(), started.isNew() ? "started" : "was started before"));
    return 0;
  }
}
