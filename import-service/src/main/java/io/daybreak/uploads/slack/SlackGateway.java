package io.daybreak.uploads.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.SECONDS;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.kit.budget.CallRefusedException;
import io.daybreak.uploads.slack.SlackException.Kind;
import io.daybreak.uploads.slack.SlackHttp.Answer;
import io.daybreak.uploads.slack.SlackHttp.Outgoing;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * The calls of Slack's Web API, each one attempt; all of them block, and throw {@link
 * SlackException}, or {@link CallRefusedException} for 429. {@link PacedSlack} gives them their
 * turn; nobody else calls them.
 */
@ApplicationScoped
class SlackGateway {

  private static final int AT_ONCE = 64;
  private static final long CALL_SECONDS = 15;
  private static final long DOWNLOAD_SECONDS = 1800;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int ANSWER_BYTES = 1024 * 1024;
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json; charset=utf-8";

  private final SlackHttp http;
  private final SlackDownload download;
  private final ObjectMapper json;
  private final URI base;

  SlackGateway(SlackHttp http, SlackDownload download, ObjectMapper json, SlackConfig config) {
    this.http = http;
    this.download = download;
    this.json = json;
    this.base = config.baseUrl();
  }

  /** A place for a new file: its id, and where its content goes. */
  record UploadPlace(String fileId, URI content) {}

  /** Whom the token belongs to, by the names that people know. */
  record Bot(String user, String team) {}

  /** Who Slack takes us for. */
  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public Bot bot() {
    JsonNode answer = form("auth.test", "");
    return new Bot(answer.path("user").asText(), answer.path("team").asText());
  }

  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public SlackFile fileInfo(String fileId, String channelId) {
    return SlackFile.of(form("files.info", "file=" + encoded(fileId)).path("file"), channelId);
  }

  /** Reads a file's content while it arrives; the time covers all of it. */
  @Timeout(value = DOWNLOAD_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public <T> T content(SlackFile file, ContentReader<T> reader) {
    URI content = file.content();
    if (content == null) {
      throw new SlackException(Kind.UNAVAILABLE, "the file is not ready");
    }
    return download.read(content, reader);
  }

  /** Sends a message to a channel, or a thread of it; answers its timestamp. */
  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public String post(String channelId, @Nullable String threadTs, String text) {
    ObjectNode message = json.createObjectNode().put("channel", channelId).put("text", text);
    if (threadTs != null) {
      message.put("thread_ts", threadTs);
    }
    return call("chat.postMessage", JSON, message.toString()).path("ts").asText();
  }

  /** Asks for a place for a new file. */
  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public UploadPlace place(String fileName, int bytes) {
    JsonNode place =
        form("files.getUploadURLExternal", "filename=" + encoded(fileName) + "&length=" + bytes);
    return new UploadPlace(
        place.path("file_id").asText(), URI.create(place.path("upload_url").asText()));
  }

  /** Sends the content of a new file; nobody sees it before {@link #share}. */
  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public void fill(UploadPlace place, byte[] content) {
    Answer answer =
        http.send(
            new Outgoing(
                HttpMethod.POST,
                place.content(),
                "application/octet-stream",
                Buffer.buffer(content)));
    answer.body().close();
    if (answer.status() != 200) {
      throw new SlackException(Kind.REFUSED, "the attachment was refused");
    }
  }

  /** Shares a new file with a text, in one message. */
  @Timeout(value = CALL_SECONDS, unit = SECONDS)
  @Bulkhead(AT_ONCE)
  public void share(
      UploadPlace place, String title, String channelId, @Nullable String threadTs, String text) {
    ObjectNode sharing =
        json.createObjectNode().put("channel_id", channelId).put("initial_comment", text);
    sharing.putArray("files").addObject().put("id", place.fileId()).put("title", title);
    if (threadTs != null) {
      sharing.put("thread_ts", threadTs);
    }
    call("files.completeUploadExternal", JSON, sharing.toString());
  }

  private JsonNode form(String method, String body) {
    return call(method, FORM, body);
  }

  private JsonNode call(String method, String contentType, String body) {
    Answer answer =
        http.send(
            new Outgoing(
                HttpMethod.POST, base.resolve("/api/" + method), contentType, Buffer.buffer(body)));
    try (var content = answer.body()) {
      if (answer.status() == TOO_MANY_REQUESTS) {
        throw new CallRefusedException("Slack answered 429 to " + method);
      }
      if (answer.status() != 200) {
        throw new SlackException(Kind.UNAVAILABLE, "it answered " + answer.status());
      }
      return checked(json.readTree(content.readNBytes(ANSWER_BYTES)), method);
    } catch (JacksonException e) {
      throw new SlackException(Kind.UNAVAILABLE, "its answer is not JSON", e);
    } catch (IOException e) {
      throw new SlackException(Kind.UNAVAILABLE, "its answer broke off", e);
    }
  }

  private static JsonNode checked(JsonNode answer, String method) {
    if (answer.path("ok").asBoolean()) {
      return answer;
    }
    String error = answer.path("error").asText();
    if (error.equals("ratelimited") || error.equals("rate_limited")) {
      throw new CallRefusedException("Slack limits " + method);
    }
    throw SlackException.ofError(error);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }
}
