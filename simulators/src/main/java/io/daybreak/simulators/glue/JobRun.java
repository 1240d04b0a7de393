package io.daybreak.simulators.glue;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/**
 * A run of a job: it waits until there is room, goes on until its time is over, then it has
 * succeeded.
 */
public record JobRun(
    String id, String job, Map<String, String> arguments, Instant startedAt, Instant endsAt) {

  public JobRun {
    arguments = Map.copyOf(arguments);
  }

  boolean live(Clock clock) {
    return clock.instant().isBefore(endsAt);
  }

  private String state(Clock clock) {
    if (clock.instant().isBefore(startedAt)) {
      return "WAITING";
    }
    return live(clock) ? "RUNNING" : "SUCCEEDED";
  }

  JsonObject toJson(Clock clock) {
    JsonObject json =
        new JsonObject()
            .put("Id", id)
            .put("JobName", job)
            .put("JobRunState", state(clock))
            .put("StartedOn", startedAt.toEpochMilli() / 1000.0)
            .put("Arguments", new JsonObject(Map.copyOf(arguments)));
    return live(clock) ? json : json.put("CompletedOn", endsAt.toEpochMilli() / 1000.0);
  }
}
