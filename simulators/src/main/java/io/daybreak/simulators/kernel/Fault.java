package io.daybreak.simulators.kernel;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What can go wrong with a call. */
public sealed interface Fault {

  /** The call is handled at once, its answer comes late. */
  record Delay(Duration by) implements Fault {}

  /** The call is not handled; this status is answered, by default with the service's own body. */
  record Status(int status, @Nullable String body) implements Fault {}

  /** The call is taken, not handled, and never answered. */
  record Silence() implements Fault {}

  /** The connection is reset when the head has arrived; nothing is handled. */
  record ResetBefore() implements Fault {}

  /** The body is taken, the call is handled (its effects stay), then the connection is reset. */
  record ResetAfter() implements Fault {}

  /** The answer drips: so many bytes, a pause, so many bytes. */
  record SlowBody(int bytes, Duration pause) implements Fault {}

  /** The first bytes of the answer are sent, then nothing more; the connection stays open. */
  record StalledBody(int bytes) implements Fault {}

  /** Only the first bytes of the answer are sent, then the connection is closed. */
  record TruncatedBody(int bytes) implements Fault {}

  /**
   * Reads {@code {"fault":"delay","millis":500}}, {@code
   * {"fault":"status","status":503,"body":""}}, {@code {"fault":"silence"}}, {@code
   * {"fault":"reset-before"}}, {@code {"fault":"reset-after"}}, {@code
   * {"fault":"slow-body","bytes":100,"millis":50}}, {@code {"fault":"stalled-body","bytes":100}} or
   * {@code {"fault":"truncated-body","bytes":100}}.
   */
  static Fault of(JsonObject json) {
    String kind = json.getString("fault", "");
    return switch (kind) {
      case "delay" -> new Delay(Duration.ofMillis(json.getLong("millis", 1_000L)));
      case "status" -> new Status(json.getInteger("status", 500), json.getString("body"));
      case "silence" -> new Silence();
      case "reset-before" -> new ResetBefore();
      case "reset-after" -> new ResetAfter();
      case "slow-body" ->
          new SlowBody(
              json.getInteger("bytes", 100), Duration.ofMillis(json.getLong("millis", 50L)));
      case "stalled-body" -> new StalledBody(json.getInteger("bytes", 100));
      case "truncated-body" -> new TruncatedBody(json.getInteger("bytes", 100));
      default -> throw new IllegalArgumentException("unknown fault: " + kind);
    };
  }
}
