package io.daybreak.simulators.mail.smtp;

import io.vertx.core.json.JsonObject;
import java.time.Duration;

/** What can go wrong in an SMTP conversation. */
public sealed interface SmtpFault {

  /** The command is not carried out; this is answered. 421 also ends the connection. */
  record Refuse(int code, String text) implements SmtpFault {}

  /** Nothing is answered and nothing happens, until the client loses patience. */
  record Stall() implements SmtpFault {}

  /** The command is carried out, its answer comes late. */
  record Delay(Duration by) implements SmtpFault {}

  /** The connection is reset and the command is not carried out. */
  record ResetBefore() implements SmtpFault {}

  /** The command is carried out (after the message: the mail arrives), then the reset comes. */
  record ResetAfter() implements SmtpFault {}

  /**
   * Reads {@code {"fault":"refuse","code":451,"text":"try later"}}, {@code {"fault":"stall"}},
   * {@code {"fault":"delay","millis":50}}, {@code {"fault":"reset-before"}} or {@code
   * {"fault":"reset-after"}}.
   */
  static SmtpFault of(JsonObject json) {
    String kind = json.getString("fault", "");
    return switch (kind) {
      case "refuse" ->
          new Refuse(json.getInteger("code", 451), json.getString("text", "refused on demand"));
      case "stall" -> new Stall();
      case "delay" -> new Delay(Duration.ofMillis(json.getLong("millis", 50L)));
      case "reset-before" -> new ResetBefore();
      case "reset-after" -> new ResetAfter();
      default -> throw new IllegalArgumentException("unknown fault: " + kind);
    };
  }
}
