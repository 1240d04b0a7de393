package io.daybreak.uploads.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file as Slack describes it. Slack tells of a file before it is ready: then its content, or
 * where it is shared, is missing for a while.
 *
 * @param bytes its size, or -1 if Slack does not say
 * @param content where its content is; null for a link, and as long as it is not ready
 * @param threadTs the newest message that carries it in the channel, if Slack says so
 */
public record SlackFile(
    String name, long bytes, Kind kind, @Nullable URI content, @Nullable String threadTs) {

  /** Where a file's content is. */
  public enum Kind {
    /** In Slack. */
    CONTENT,
    /** A spreadsheet somewhere else, of which Slack has the link only. */
    LINKED_SHEET,
    /** Something without rows: a link to other things, a canvas, a list, a mail. */
    OTHER
  }

  private static final String DELETED = "tombstone";
  private static final Set<String> SHEETS = Set.of("gsheet", "xlsx", "xls", "csv", "tsv", "ods");
  private static final Set<String> OF_SLACK =
      Set.of("canvas", "quip", "space", "list", "email", "docs");

  /**
   * @throws SlackException if it is deleted
   */
  static SlackFile of(JsonNode file, String channelId) {
    if (file.path("mode").asText().equals(DELETED)) {
      throw new SlackException(SlackException.Kind.FILE_GONE, "file_deleted");
    }
    String content = file.path("url_private_download").asText(file.path("url_private").asText(""));
    Kind kind = kind(file);
    return new SlackFile(
        file.path("name").asText(file.path("title").asText()),
        file.path("size").asLong(-1),
        kind,
        kind == Kind.CONTENT && !content.isEmpty() ? URI.create(content) : null,
        thread(file.path("shares"), channelId));
  }

  /** Whether Slack has said all that it will say of it. */
  boolean ready() {
    return threadTs != null && (kind != Kind.CONTENT || content != null);
  }

  private static Kind kind(JsonNode file) {
    String type = file.path("filetype").asText();
    if (file.path("is_external").asBoolean() || file.path("mode").asText().equals("external")) {
      boolean sheet =
          SHEETS.contains(type) || file.path("mimetype").asText().contains("spreadsheet");
      return sheet ? Kind.LINKED_SHEET : Kind.OTHER;
    }
    boolean ofSlack = OF_SLACK.contains(type) || OF_SLACK.contains(file.path("mode").asText());
    return ofSlack ? Kind.OTHER : Kind.CONTENT;
  }

  private static @Nullable String thread(JsonNode shares, String channelId) {
    @Nullable String newest = null;
    @Nullable String thread = null;
    for (String visibility : new String[] {"public", "private"}) {
      for (JsonNode share : shares.path(visibility).path(channelId)) {
        String ts = share.path("ts").asText("");
        if (newest == null || ts.compareTo(newest) > 0) {
          newest = ts;
          thread = share.path("thread_ts").asText(ts.isEmpty() ? null : ts);
        }
      }
    }
    return thread;
  }
}
