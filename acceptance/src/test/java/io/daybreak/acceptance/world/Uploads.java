package io.daybreak.acceptance.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.daybreak.simulators.access.Person;
import io.daybreak.simulators.glue.JobRun;
import io.daybreak.simulators.glue.Jobs.Job;
import io.daybreak.simulators.s3.S3Object;
import io.daybreak.simulators.slack.Content;
import io.daybreak.simulators.slack.Message;
import io.daybreak.simulators.slack.SharedFile;
import io.daybreak.stack.start.SampleTables;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A table with a job, a channel of its own, and what became of the files that were dropped. */
public final class Uploads {

  /** A file, and the table that it is for. */
  public record Dropped(Uploads uploads, SharedFile file) {}

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final World world;
  private final String table = "table-" + NUMBERS.incrementAndGet();
  private final String channel = "CTABLE" + table.substring("table-".length());

  private Uploads(World world) {
    this.world = world;
  }

  /** A table as most tests want it: {@code id} integer, {@code day} date, {@code note} string. */
  public static Uploads ofPlainTable(World world) {
    Uploads uploads = new Uploads(world);
    uploads.configure("");
    uploads.createJob();
    return uploads;
  }

  public String table() {
    return table;
  }

  public String channel() {
    return channel;
  }

  public String job() {
    return "proof-" + table + "-load";
  }

  /**
   * @param options more of them, as JSON members that end with a comma; empty for none
   */
  public void configure(String options) {
    configure(options, "{upload}");
  }

  /** Every file of the table goes to the same object. */
  public void configureOneTarget() {
    configure("", "current");
  }

  private void configure(String options, String fileName) {
    put(
        """
        {"project": "proof", "name": "%s",
         "schema": {"columns": [
           {"name": "id", "type": "integer", "index": true},
           {"name": "day", "type": "date"},
           {"name": "note", "type": "string"}]},
         "options": {%s "targetPath": "s3://daybreak-lake/{project}/{table}/%s.csv"}}"""
            .formatted(table, options, fileName));
  }

  /** The configuration as it is. */
  public void put(String json) {
    SampleTables.configure(world.s3(), table, json);
  }

  public void createJob() {
    createJob(100, Duration.ofSeconds(1));
  }

  /** Another job in the place of the one that is there. */
  public void createJob(int runsAtOnce, Duration lasts) {
    world.glue().jobs().create(new Job(job(), runsAtOnce, lasts));
  }

  public SharedFile drop(String csv) {
    return drop(table + ".csv", Content.of(csv));
  }

  public SharedFile drop(String fileName, Content content) {
    return world.slack().share(fileName, content, channel);
  }

  /** Waits until the upload has ended and its message is out; the upload as the API shows it. */
  public JsonNode awaitEnd(SharedFile file) {
    return await("the upload ends and people are told")
        .atMost(PATIENCE)
        .until(() -> find(file), upload -> !over(upload).isEmpty());
  }

  private static String over(JsonNode upload) {
    String notice = upload.path("notice").asText();
    return List.of("SENT", "UNCLEAR", "REFUSED").contains(notice) ? notice : "";
  }

  /** The upload as the API shows it; missing before it is recorded. */
  public JsonNode find(SharedFile file) {
    JsonNode list = world.client(Person.OPERATOR).get("/api/csv-uploads?size=200").expect(200);
    for (JsonNode upload : list.path("items")) {
      if (upload.path("fileId").asText().equals(file.id())) {
        String path = "/api/csv-uploads/" + upload.path("id").asText();
        return world.client(Person.OPERATOR).get(path).expect(200);
      }
    }
    return MissingNode.getInstance();
  }

  /** The messages in the channel about the file. */
  public List<Message> messages() {
    return world.slack().workspace().messages().stream()
        .filter(message -> message.channel().equals(channel))
        .toList();
  }

  /** The one message about the one file. */
  public String message() {
    assertThat(messages()).hasSize(1);
    return messages().get(0).text();
  }

  /** Texts of the objects of this table. */
  public List<String> objects() {
    return stored().values().stream()
        .map(object -> new String(object.content(), StandardCharsets.UTF_8))
        .toList();
  }

  public Map<String, S3Object> stored() {
    return world.s3().buckets().list(SampleTables.LAKE_BUCKET, "proof/" + table + "/");
  }

  /** Uploads in parts that nobody finished. */
  public int unfinished() {
    return world.s3().buckets().unfinished(SampleTables.LAKE_BUCKET, "proof/" + table + "/").size();
  }

  public List<JobRun> runs() {
    return world.glue().jobs().runs(job());
  }

  /** Ended with this error: nothing stored, nothing started, one message. */
  public String awaitError(SharedFile file, String code) {
    JsonNode upload = awaitEnd(file);
    assertThat(upload.path("error").path("kind").asText()).as(upload.toString()).isEqualTo(code);
    assertThat(runs()).isEmpty();
    assertThat(unfinished()).isZero();
    assertThat(message()).contains(":x: *ERROR*");
    return message();
  }
}
