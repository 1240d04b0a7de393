package io.daybreak.simulators.slack;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * A file that somebody shared.
 *
 * @param channel empty for one that is shared nowhere
 * @param ts Slack's name of the message that carries it
 */
public record SharedFile(
    String id, String name, Content content, String channel, String user, String ts) {

  /** Where its content is, below Slack's address. */
  String path() {
    return "/files-pri/T1-" + id + "/download/" + id + ".csv";
  }

  JsonObject toJson(String baseUrl) {
    JsonObject share = new JsonObject().put("ts", ts).put("channel_name", "uploads");
    return new JsonObject()
        .put("id", id)
        .put("created", 1617804931)
        .put("timestamp", 1617804931)
        .put("name", name)
        .put("title", name)
        .put("mimetype", "text/csv")
        .put("filetype", "csv")
        .put("pretty_type", "CSV")
        .put("user", user)
        .put("editable", true)
        .put("size", content.bytes())
        .put("mode", "snippet")
        .put("is_external", false)
        .put("is_public", true)
        .put("url_private", baseUrl + path())
        .put("url_private_download", baseUrl + path())
        .put("channels", new JsonArray().add(channel))
        .put(
            "shares",
            channel.isEmpty()
                ? new JsonObject()
                : new JsonObject()
                    .put("public", new JsonObject().put(channel, new JsonArray().add(share))));
  }
}
