package io.daybreak.uploads.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A file as Slack describes it.
 *
 * @param bytes its size
 * @param threadTs the message that carries it in the channel, if Slack says so
 */
public record SlackFile(String name, long bytes, URI content, @Nullable String threadTs) {

  private static final String DELETED = "tombstone";

  /**
   * @throws SlackException if it is deleted, or kept where we cannot read it
   */
  static SlackFile of(JsonNode file, String channelId) {
    if (file.path("mode").asText().equals(DELETED)) {
      throw new SlackException(SlackException.Kind.FILE_GONE, "file_deleted");
    }
    String content = file.path("url_private_download").asText(file.path("url_private").asText(""));
    if (content.isEmpty() || file.path("is_external").asBoolean()) {
      throw new SlackException(SlackException.Kind.REFUSED, "the file is kept outside of Slack");
    }
    return new SlackFile(
        file.path("name").asText(),
        file.path("size").asLong(-1),
        URI.create(content),
        thread(file.path("shares"), channelId));
  }

  private static @Nullable String thread(JsonNode shares, String channelId) {
    for (String visibility : new String[] {"public", "private"}) {
      JsonNode share = shares.path(visibility).path(channelId).path(0);
      if (share.path("thread_ts").isTextual()) {
        return share.path("thread_ts").textValue();
      }
      if (share.path("ts").isTextual()) {
        return share.path("ts").textValue();
      }
    }
    return null;
  }
}
