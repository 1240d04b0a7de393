package io.daybreak.acceptance.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/**
 * A run as the status page shows it.
 *
 * @param failureCode empty unless it failed
 */
public record RunStatus(
    UUID runId,
    State state,
    long rowsFetched,
    long rowsWritten,
    String failureCode,
    String failureReason) {

  static RunStatus of(JsonNode json) {
    State state = State.values()[json.path("code").asInt()];
    if (!state.name().equals(json.path("name").asText())) {
      throw new AssertionError("Code and name differ: " + json);
    }
    return new RunStatus(
        UUID.fromString(json.path("runId").asText()),
        state,
        json.path("rowsFetched").asLong(),
        json.path("rowsWritten").asLong(),
        json.path("failureCode").asText(""),
        json.path("failureReason").asText(""));
  }
}
