package io.daybreak.orders;

import io.quarkus.picocli.runtime.PicocliRunner;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service, or runs one of its {@link Commands} and ends. */
@QuarkusMain
public final class OrderService {

  private OrderService() {}

  public static void main(String... arguments) {
    if (arguments.length == 0) {
      Quarkus.run(arguments);
    } else {
      beOnlyACommand();
      Quarkus.run(PicocliRunner.class, arguments);
    }
  }

  /** A Job must neither listen, migrate, take messages, nor do what the replicas' schedules do. */
  private static void beOnlyACommand() {
    System.setProperty("quarkus.http.host-enabled", "false");
    System.setProperty("quarkus.scheduler.enabled", "false");
    System.setProperty("quarkus.flyway.migrate-at-start", "false");
    System.setProperty("daybreak.queues.enabled", "false");
  }
}
