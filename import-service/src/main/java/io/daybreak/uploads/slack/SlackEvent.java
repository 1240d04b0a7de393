package io.daybreak.uploads.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Slack tells with an event's body. */
sealed interface SlackEvent {

  /** Slack wants to know whether somebody is here: the challenge is to be answered. */
  record Verification(String challenge) implements SlackEvent {}

  /** Somebody shared a file in a channel. */
  record FileShared(String eventId, String fileId, String channelId, @Nullable String userId)
      implements SlackEvent {}

  /** Nobody's concern. */
  record Other() implements SlackEvent {}

  /** Reads a body; nothing if it is not an event. */
  static Optional<SlackEvent> of(byte[] body, ObjectMapper json) throws IOException {
    JsonNode root;
    try {
      root = json.readTree(body);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    return switch (root.path("type").asText()) {
      case "url_verification" ->
          text(root.path("challenge")).map(challenge -> new Verification(challenge));
      case "event_callback" -> callback(root);
      case "" -> Optional.empty();
      default -> Optional.of(new Other());
    };
  }

  private static Optional<SlackEvent> callback(JsonNode root) {
    JsonNode event = root.path("event");
    if (!event.path("type").asText().equals("file_shared") || isOurOwn(root, event)) {
      return Optional.of(new Other());
    }
    Optional<String> eventId = text(root.path("event_id"));
    Optional<String> fileId = text(event.path("file_id"));
    Optional<String> channelId = text(event.path("channel_id"));
    if (eventId.isEmpty()) {
      return Optional.empty();
    }
    if (fileId.isEmpty() || channelId.isEmpty()) {
      return Optional.of(new Other()); // a message without a file, or a file in no channel
    }
    return Optional.of(
        new FileShared(
            eventId.get(),
            fileId.get(),
            channelId.get(),
            text(event.path("user_id")).orElse(null)));
  }

  /** The lists of wrong rows that we attach are files that are shared as well. */
  private static boolean isOurOwn(JsonNode root, JsonNode event) {
    for (JsonNode authorization : root.path("authorizations")) {
      if (authorization.path("is_bot").asBoolean()
          && authorization.path("user_id").asText().equals(event.path("user_id").asText())) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() && !node.textValue().isEmpty()
        ? Optional.of(node.textValue())
        : Optional.empty();
  }
}
