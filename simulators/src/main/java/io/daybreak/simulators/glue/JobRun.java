package io.daybreak.simulators.glue;

import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** A run of a job: it goes on until its time is over, then it has succeeded. */
public record JobRun(
    String id, String job, Map<String, String> arguments, Instant startedAt, Instant endsAt) {

  public JobRun {
    arguments = Map.copyOf(arguments);
  }

  boolean live(Clock clock) {
    return clock.instant().isBefore(endsAt);
  }

  JsonObject toJson(Clock clock) {
    JsonObject json =
        new JsonObject()
            .put("Id", id)
            .put("JobName", job)
            .put("JobRunState", live(clock) ? "RUNNING" : "SUCCEEDED")
            .put("StartedOn", startedAt.toEpochMilli() / 1000.0)
            .put("Arguments", new JsonObject(Map.copyOf(arguments)));
    return live(clock) ? json : json.put("CompletedOn", endsAt.toEpochMilli() / 1000.0);
  }
}
