package io.daybreak.acceptance.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A raw-data set that somebody defined. */
public final class RawData {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final World world;
  private final Client client;
  private final RawDataOrder order;
  private final UUID id;
  private final JsonNode accepted;

  RawData(World world, Client client, RawDataOrder order, JsonNode accepted) {
    this.world = world;
    this.client = client;
    this.order = order;
    this.accepted = accepted;
    this.id = UUID.fromString(accepted.path("id").asText());
  }

  public UUID id() {
    return id;
  }

  public RawDataOrder order() {
    return order;
  }

  /** What the API answered at once when the set was defined. */
  public JsonNode accepted() {
    return accepted;
  }

  public RunStatus status() {
    return RunStatus.of(client.get("/api/raw-data/" + id + "/status").expect(200));
  }

  /** Asks for an update and returns what the API answers at once. */
  public RunStatus update() {
    JsonNode answer = client.call("POST", "/api/raw-data/" + id + "/update", null).expect(202);
    return RunStatus.of(answer);
  }

  public void cancel() {
    client.call("POST", "/api/raw-data/" + id + "/cancel", null).expect(200);
  }

  /** The newest run as the import log has it. */
  public JsonNode log() {
    return client.get("/api/raw-data/" + id + "/logs").expect(200).path("items").path(0);
  }

  /** First day that the newest run fetched. */
  public LocalDate firstDay() {
    return LocalDate.parse(log().path("firstDay").asText());
  }

  /** Last day that the newest run fetched. */
  public LocalDate lastDay() {
    return LocalDate.parse(log().path("lastDay").asText());
  }

  public RunStatus awaitState(State state) {
    return await("run reaches " + state, PATIENCE, status -> status.state() == state);
  }

  public RunStatus awaitEnd() {
    return awaitEnd(PATIENCE);
  }

  public RunStatus awaitEnd(Duration patience) {
    return await("run ends", patience, status -> status.state().ended());
  }

  public RunStatus await(String reason, Predicate<RunStatus> reached) {
    return await(reason, PATIENCE, reached);
  }

  /**
   * Waits for a success.
   *
   * @throws AssertionError with the failure's code and reason, if it ends with one
   */
  public RunStatus awaitSuccess() {
    return awaitSuccess(PATIENCE);
  }

  public RunStatus awaitSuccess(Duration patience) {
    RunStatus end = awaitEnd(patience);
    if (end.state() != State.SUCCESS) {
      throw new AssertionError(
          "The run failed: %s, %s. Logs in %s"
              .formatted(end.failureCode(), end.failureReason(), world.logs()));
    }
    return end;
  }

  private RunStatus await(String reason, Duration patience, Predicate<RunStatus> reached) {
    return Awaitility.await(reason + ", logs in " + world.logs())
        .pollInterval(Duration.ofMillis(50))
        .atMost(patience)
        .until(this::status, reached);
  }
}
