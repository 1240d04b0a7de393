package io.daybreak.simulators.slack;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What is in the workspace: files, and the app's messages. */
public final class Workspace {

  /** The channel of the demo. */
  public static final String CHANNEL = "C1";

  private static final String USER = "U1";

  private final SlackApp app;
  private final Clock clock;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<String, SharedFile> files = new LinkedHashMap<>();
  private final Map<String, byte[]> places = new LinkedHashMap<>();
  private final List<Message> messages = new ArrayList<>();

  Workspace(SlackApp app, Clock clock) {
    this.app = app;
    this.clock = clock;
  }

  SlackApp app() {
    return app;
  }

  /** A person puts a file into a channel. */
  synchronized SharedFile share(String name, Content content, String channel) {
    String id = "F%09d".formatted(numbers.incrementAndGet());
    SharedFile file = new SharedFile(id, name, content, channel, USER, timestamp());
    files.put(id, file);
    return file;
  }

  /** The app has shared a file of its own. */
  synchronized void share(SharedFile file) {
    files.put(file.id(), file);
  }

  /** A person deletes a file. */
  public synchronized void delete(String fileId) {
    files.remove(fileId);
  }

  synchronized Optional<SharedFile> file(String id) {
    return Optional.ofNullable(files.get(id));
  }

  /** Makes room for a file of the app's. */
  synchronized String place() {
    String id = "FBOT%06d".formatted(numbers.incrementAndGet());
    places.put(id, new byte[0]);
    return id;
  }

  synchronized boolean fill(String id, byte[] content) {
    return places.replace(id, content) != null;
  }

  synchronized Optional<byte[]> filled(String id) {
    return Optional.ofNullable(places.get(id));
  }

  synchronized Message say(
      String channel, @Nullable String thread, String text, @Nullable String attachment) {
    Message message = new Message(channel, thread, timestamp(), text, attachment, clock.instant());
    messages.add(message);
    return message;
  }

  /** What the app said, the oldest first. */
  public synchronized List<Message> messages() {
    return List.copyOf(messages);
  }

  /** What the app said in the thread of a file. */
  public List<Message> messagesAbout(SharedFile file) {
    return messages().stream().filter(message -> file.ts().equals(message.threadTs())).toList();
  }

  /** The event that tells the app of a file. */
  JsonObject shared(SharedFile file, String user) {
    String time = timestamp();
    return new JsonObject()
        .put("token", "x")
        .put("team_id", "T1")
        .put("api_app_id", "A1")
        .put(
            "event",
            new JsonObject()
                .put("type", "file_shared")
                .put("channel_id", file.channel())
                .put("file_id", file.id())
                .put("user_id", user)
                .put("file", new JsonObject().put("id", file.id()))
                .put("event_ts", time))
        .put("type", "event_callback")
        .put("event_id", "Ev%09d".formatted(numbers.incrementAndGet()))
        .put("event_time", clock.instant().getEpochSecond())
        .put(
            "authorizations",
            new JsonArray()
                .add(
                    new JsonObject()
                        .putNull("enterprise_id")
                        .put("team_id", "T1")
                        .put("user_id", app.botUser())
                        .put("is_bot", true)
                        .put("is_enterprise_install", false)))
        .put("is_ext_shared_channel", false)
        .put("event_context", "ec");
  }

  private String timestamp() {
    return "%d.%06d".formatted(clock.instant().getEpochSecond(), numbers.incrementAndGet());
  }
}
