package io.daybreak.simulators.mail.smtp;

import io.vertx.core.json.JsonObject;
import java.time.Instant;

/**
 * A command that was received and what came of it.
 *
 * @param connection number of the connection, from 1
 * @param recipient whom the conversation is about, as far as it is known
 * @param outcome the answer's first line, or the fault in words
 */
public record SmtpCommand(
    Instant at, long connection, SmtpPhase phase, String recipient, String outcome) {

  public JsonObject toJson() {
    return new JsonObject()
        .put("at", at.toString())
        .put("connection", connection)
        .put("phase", phase.name())
        .put("recipient", recipient)
        .put("outcome", outcome);
  }
}
