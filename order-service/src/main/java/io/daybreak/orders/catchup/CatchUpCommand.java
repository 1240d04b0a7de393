package io.daybreak.orders.catchup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.kit.access.Scope;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.orders.reviewmail.MissedMails.Range;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The catch-up as a command of the image, for a Job; prints its report as JSON. */
@Dependent
@Unremovable // only picocli asks for it
@Command(
    name = "catch-up",
    description = "Plans the review mails that should have been sent and were not.",
    mixinStandardHelpOptions = true)
public class CatchUpCommand implements Callable<Integer> {

  private static final Duration LONGEST = Duration.ofHours(6);

  private final BlockingSql sql;
  private final CatchUp catchUp;
  private final ObjectMapper json;

  @Spec CommandSpec spec;

  @Option(
      names = "--since",
      required = true,
      description = "Orders placed from then on: 2026-11-01 or 2026-11-01T00:00:00+09:00.")
  String since;

  @Option(names = "--dry-run", description = "Only list what would be planned.")
  boolean dryRun;

  @Nullable
  @Option(names = "--shop", description = "Only this shop's orders.")
  String shop;

  CatchUpCommand(BlockingSql sql, CatchUp catchUp, ObjectMapper json) {
    this.sql = sql;
    this.catchUp = catchUp;
    this.json = json;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    Instant from =
        Since.parse(since)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec.commandLine(), "--since is a date or a moment with offset"));
    Range range = new Range(from, new Scope.Everybody(), shop);
    CatchUpReport report = sql.await(catchUp.run(range, dryRun), LONGEST);
    spec.commandLine().getOut().println(json.writeValueAsString(report));
    return 0;
  }
}
