package io.daybreak.imports;

import io.quarkus.picocli.runtime.PicocliRunner;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;

/** Starts the service, or runs one of its {@link Commands} and ends. */
@QuarkusMain
public final class ImportService {

  /** A command neither listens, nor takes messages or runs, nor does what replicas do by clock. */
  private static final Map<String, String> ONLY_A_COMMAND =
      Map.of(
          "quarkus.http.host-enabled", "false",
          "quarkus.scheduler.enabled", "false",
          "quarkus.flyway.migrate-at-start", "false",
          "daybreak.queues.enabled", "false",
          "daybreak.runs.workers", "0",
          "daybreak.jobs.watch", "false");

  private ImportService() {}

  public static void main(String... arguments) {
    if (arguments.length == 0) {
      Quarkus.run(arguments);
    } else {
      ONLY_A_COMMAND.forEach(System::setProperty);
      Quarkus.run(PicocliRunner.class, arguments);
    }
  }
}
