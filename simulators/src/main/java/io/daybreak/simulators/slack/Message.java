package io.daybreak.simulators.slack;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the app said in a channel.
 *
 * @param threadTs the message it answers, if it does
 * @param attachment text of the attached file, if there is one
 */
public record Message(
    String channel,
    @Nullable String threadTs,
    String ts,
    String text,
    @Nullable String attachment,
    Instant at) {

  JsonObject toJson() {
    return new JsonObject()
        .put("channel", channel)
        .put("thread_ts", threadTs)
        .put("ts", ts)
        .put("text", text)
        .put("attachment", attachment)
        .put("at", at.toString());
  }
}
