package io.daybreak.simulators.slack;

import io.daybreak.simulators.kernel.Answer;
import io.daybreak.simulators.kernel.Call;
import io.daybreak.simulators.kernel.RequestHead;
import io.daybreak.simulators.kernel.Routes;
import io.daybreak.simulators.kernel.Simulation;
import io.daybreak.simulators.kernel.SlidingWindow;
import io.daybreak.simulators.slack.event.EventSender;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What Slack answers: the Web API, and the files' contents. */
final class SlackSimulation implements Simulation {

  private static final String HTML = "<!DOCTYPE html><html><body>Sign in to Slack</body></html>";

  /** One message a second and channel, with some tolerance for the way there. */
  private static final Duration BETWEEN_MESSAGES = Duration.ofMillis(900);

  /** As Slack answers who a bot's token belongs to. */
  private static final JsonObject BOT =
      new JsonObject()
          .put("url", "https://daybreak-demo.slack.com/")
          .put("team", "Daybreak demo")
          .put("user", "daybreak")
          .put("team_id", "T0DAYBREAK")
          .put("user_id", "U0DAYBREAK")
          .put("bot_id", "B0DAYBREAK")
          .put("is_enterprise_install", false);

  private final Workspace workspace;
  private final EventSender events;
  private final SlidingWindow messages = new SlidingWindow(1, BETWEEN_MESSAGES);
  private final Map<String, Integer> looks = new ConcurrentHashMap<>();
  private final Routes routes = new Routes();
  private volatile Access access = Access.FULL;
  private volatile String baseUrl = "";

  SlackSimulation(Workspace workspace, EventSender events) {
    this.workspace = workspace;
    this.events = events;
    routes
        .post("/api/auth.test", call -> ok(BOT.copy()))
        .post("/api/files.info", this::info)
        .post("/api/chat.postMessage", this::post)
        .post("/api/files.getUploadURLExternal", this::place)
        .post("/api/files.completeUploadExternal", this::complete)
        .post("/upload/{id}", this::fill)
        .get("/files-pri/{file}/download/{name}", this::download)
        .get("/cdn/{file}", this::cdn)
        .get("/login", call -> Answer.text(200, "text/html; charset=utf-8", HTML));
  }

  void baseUrl(String url) {
    baseUrl = url;
  }

  void access(Access wanted) {
    access = wanted;
  }

  @Override
  public Map<String, String> identify(RequestHead head) {
    return Map.of("authorised", Boolean.toString(authorised(head)));
  }

  @Override
  public Answer answer(Call call) {
    boolean api = call.path().startsWith("/api/");
    if (api && (!authorised(call.head()) || access == Access.REVOKED)) {
      return error(authorised(call.head()) ? "token_revoked" : "invalid_auth");
    }
    return routes.answer(call).orElseGet(() -> refusal(404));
  }

  private Answer info(Call call) {
    return workspace
        .file(form(call).getOrDefault("file", ""))
        .map(file -> ok(new JsonObject().put("file", described(file))))
        .orElseGet(() -> error("file_not_found"));
  }

  /** Slack tells of a file before all of it is known: at first it is shared nowhere. */
  private JsonObject described(SharedFile file) {
    JsonObject json = file.toJson(baseUrl);
    if (access == Access.FILES_READY_LATE && looks.merge(file.id(), 1, Integer::sum) < 3) {
      json.put("shares", new JsonObject()).remove("url_private_download");
      json.remove("url_private");
    }
    return json;
  }

  private Answer post(Call call) {
    JsonObject json = call.body().toJsonObject();
    return said(call, json.getString("channel", ""), json, json.getString("text", ""), null);
  }

  private Answer place(Call call) {
    String id = workspace.place();
    return ok(new JsonObject().put("file_id", id).put("upload_url", baseUrl + "/upload/" + id));
  }

  private Answer fill(Call call) {
    return workspace.fill(call.pathParameter("id"), call.body().getBytes())
        ? Answer.text(200, "text/plain", "OK - " + call.body().length())
        : refusal(404);
  }

  private Answer complete(Call call) {
    JsonObject json = call.body().toJsonObject();
    JsonObject named = json.getJsonArray("files", new JsonArray()).getJsonObject(0);
    String id = named.getString("id", "");
    String channel = json.getString("channel_id", "");
    return workspace
        .filled(id)
        .map(
            content -> {
              if (access == Access.ACCEPTS_AND_SHARES_NOT) {
                workspace.share(ownFile(id, named.getString("title", ""), "", content));
                return ok(new JsonObject().put("files", json.getJsonArray("files")));
              }
              String text = json.getString("initial_comment", "");
              String attachment = new String(content, StandardCharsets.UTF_8);
              Answer answer = said(call, channel, json, text, attachment);
              tellOfOwnFile(id, named.getString("title", ""), channel, content);
              return answer;
            })
        .orElseGet(() -> error("file_not_found"));
  }

  /** Slack tells an app of the files that it shares itself, too. */
  private void tellOfOwnFile(String id, String title, String channel, byte[] content) {
    SharedFile file = ownFile(id, title, channel, content);
    workspace.share(file);
    events.send(workspace.shared(file, file.user()));
  }

  private SharedFile ownFile(String id, String title, String channel, byte[] content) {
    String bot = workspace.app().botUser();
    return new SharedFile(id, title, Content.of(content), channel, bot, "0.1");
  }

  private Answer said(
      Call call, String channel, JsonObject json, String text, @Nullable String attachment) {
    if (!messages.tryAdmit(channel, call.arrival().nanos())) {
      return refusal(429);
    }
    Message message = workspace.say(channel, json.getString("thread_ts"), text, attachment);
    return ok(new JsonObject().put("channel", channel).put("ts", message.ts()));
  }

  /** With access the content itself is elsewhere, where no token belongs. */
  private Answer download(Call call) {
    String id = call.pathParameter("file").substring("T1-".length());
    if (!authorised(call.head()) || access == Access.NO_FILES_REDIRECT) {
      return redirect("/login?redir=" + call.path());
    }
    if (access == Access.NO_FILES_HTML || access == Access.REVOKED) {
      return Answer.text(200, "text/html; charset=utf-8", HTML).with("x-slack-meta", "?;acl_fail");
    }
    return workspace.file(id).isPresent() ? redirect("/cdn/" + id) : refusal(404);
  }

  private Answer cdn(Call call) {
    return workspace
        .file(call.pathParameter("file"))
        .<Answer>map(
            file ->
                new Answer.Streamed(
                    200, Map.of("Content-Type", "text/csv"), file.content().pieces().get()))
        .orElseGet(() -> refusal(404));
  }

  private Answer redirect(String path) {
    // Another name of this machine stands for another host.
    String elsewhere = baseUrl.replace("127.0.0.1", "localhost") + path;
    return new Answer.Whole(302, Map.of("Location", elsewhere), Buffer.buffer());
  }

  private boolean authorised(RequestHead head) {
    return ("Bearer " + workspace.app().botToken()).equals(head.headers().get("Authorization"));
  }

  private static Map<String, String> form(Call call) {
    Map<String, String> fields = new HashMap<>();
    for (String field : call.body().toString().split("&")) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(
            field.substring(0, equals),
            URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return fields;
  }

  private static Answer.Whole ok(JsonObject body) {
    return Answer.json(200, body.put("ok", true));
  }

  private static Answer.Whole error(String error) {
    return Answer.json(200, new JsonObject().put("ok", false).put("error", error));
  }

  @Override
  public Answer.Whole refusal(int status) {
    if (status == 429) {
      return Answer.json(429, new JsonObject().put("ok", false).put("error", "ratelimited"))
          .with("Retry-After", "1");
    }
    return Answer.text(status, "text/plain", "error");
  }

  @Override
  public Routes control() {
    return new SlackControl(this, workspace, events).routes();
  }

  /** Puts a file into a channel, and tells the app. */
  SharedFile share(String name, Content content, String channel) {
    SharedFile file = workspace.share(name, content, channel);
    events.send(workspace.shared(file, file.user()));
    return file;
  }
}
