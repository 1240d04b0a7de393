package io.daybreak.acceptance.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.acceptance.world.Calls;
import io.daybreak.acceptance.world.InWorld;
import io.daybreak.acceptance.world.RowTrap;
import io.daybreak.acceptance.world.ShortTimes;
import io.daybreak.acceptance.world.Uploads;
import io.daybreak.acceptance.world.World;
import io.daybreak.simulators.kernel.Fault;
import io.daybreak.simulators.kernel.FaultRule;
import io.daybreak.simulators.kernel.Policy;
import io.daybreak.simulators.slack.Content;
import io.daybreak.simulators.slack.SharedFile;
import io.daybreak.stack.service.ServiceName;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Good files that Slack, Glue, another upload or the service itself stands in the way of. */
@InWorld
class FailedUploadIT {

  private static final String GOOD = "id,day,note\n1,2026-11-20,a\n2,2026-11-21,\"b, c\"\n";

  private final World world;
  private final Uploads uploads;
  private final long glueCallsBefore;

  FailedUploadIT(World world) {
    this.world = world;
    this.glueCallsBefore = world.glue().journal().last();
    this.uploads = Uploads.ofPlainTable(world);
  }

  @Test
  void slackFailsWhileItHandsOverTheFile() {
    world.slack().faults().add(FaultRule.on("GET", "/cdn/.*", new Fault.Status(500, "")));

    assertThat(uploads.awaitError(uploads.drop(GOOD), "SLACK_UNAVAILABLE"))
        .contains("it answered 500");
    assertThat(uploads.stored()).isEmpty();
  }

  @Test
  void theConnectionBreaksInTheMiddleOfTheFile() {
    world.slack().faults().add(FaultRule.on("GET", "/cdn/.*", new Fault.TruncatedBody(20)));

    assertThat(uploads.awaitError(uploads.drop(GOOD), "SLACK_UNAVAILABLE"))
        .contains("the file broke off");
    assertThat(uploads.stored()).isEmpty();
  }

  @Test
  void aFileThatEndsTooEarlyIsNotTakenForAFileWithMistakes() {
    String half = GOOD.substring(0, GOOD.length() - 5); // ends within quotes
    world.slack().faults().add(FaultRule.on("GET", "/cdn/.*", new Fault.Status(200, half)));

    assertThat(uploads.awaitError(uploads.drop(GOOD), "DOWNLOAD_INCOMPLETE"))
        .contains("%d of the file's %d bytes".formatted(half.length(), GOOD.length()));
    assertThat(uploads.stored()).isEmpty();
  }

  @Test
  void anotherUploadKeepsTheTarget() {
    uploads.configureOneTarget();
    world
        .s3()
        .faults()
        .add(
            FaultRule.on(
                    "PUT",
                    "/daybreak-lake/proof/.*",
                    new Fault.Delay(ShortTimes.TARGET_WAIT.plusSeconds(2)))
                .where("operation", "PART")
                .onlyCall(1));
    SharedFile first = uploads.drop(GOOD);
    await("it has the target").until(() -> uploads.unfinished() == 1);

    JsonNode second = uploads.awaitEnd(uploads.drop(GOOD));

    assertThat(second.path("error").path("kind").asText()).isEqualTo("TARGET_BUSY");
    assertThat(uploads.message())
        .contains(":x: *ERROR*", "Another upload has been writing `s3://daybreak-lake/proof/");
    JsonNode end = uploads.awaitEnd(first);
    assertThat(end.path("state").asText()).as(end.toString()).isEqualTo("PASSED");
    assertThat(uploads.runs()).hasSize(1);
  }

  @Test
  void aSecondFileWaitsAtGlueUntilTheJobHasRoom() {
    uploads.createJob(1, Duration.ofMinutes(1));
    uploads.awaitEnd(uploads.drop(GOOD));

    JsonNode second = uploads.awaitEnd(uploads.drop(GOOD));

    assertThat(second.path("state").asText()).as(second.toString()).isEqualTo("PASSED");
    assertThat(uploads.runs()).hasSize(2);
  }

  @Test
  void theJobRunsAsOftenAsItMay() {
    String busy = "{\"__type\":\"ConcurrentRunsExceededException\",\"Message\":\"simulated\"}";
    world.glue().faults().add(starting(new Fault.Status(400, busy)));

    assertThat(uploads.awaitError(uploads.drop(GOOD), "JOB_BUSY"))
        .contains("as many runs of the Glue job `" + uploads.job());
    assertThat(uploads.runs()).isEmpty();
  }

  @Test
  void aRoleThatMayNotListMakesMissingFilesLookForbidden() {
    world.s3().policy(Policy.of("s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload"));
    try {
      assertThat(uploads.awaitEnd(uploads.drop("nobody.csv", Content.of(GOOD))).at("/error/kind"))
          .as("without s3:ListBucket")
          .hasToString("\"CONFIGURATION_MISSING\"");
    } finally {
      world
          .s3()
          .policy(
              Policy.of(
                  "s3:GetObject",
                  "s3:PutObject",
                  "s3:AbortMultipartUpload",
                  "s3:ListBucket",
                  "s3:ListBucketMultipartUploads"));
    }
  }

  @Test
  void glueRefusesToStartTheJob() {
    world.glue().faults().add(starting(new Fault.Status(403, null)));

    assertThat(uploads.awaitError(uploads.drop(GOOD), "JOB_REFUSED"))
        .contains("The rows are in `s3://", "AccessDeniedException");
  }

  @Test
  void glueNeverSaysWhetherItStartedTheJob() {
    world.glue().faults().add(starting(new Fault.ResetBefore()));

    assertThat(uploads.awaitError(uploads.drop(GOOD), "JOB_START_UNKNOWN"))
        .contains("it is not started again. Look at the job's runs");
    assertThat(calls("StartJobRun")).isEqualTo(1);
    assertThat(calls("GetJobRuns")).isPositive();
  }

  @Test
  void theServiceFailsBeforeAnythingIsStored() throws SQLException {
    try (RowTrap trap = trap("STORING")) {
      assertThat(uploads.awaitError(uploads.drop(GOOD), "INTERNAL"))
          .contains("its log has the cause");
    }
    assertThat(uploads.stored()).isEmpty();
  }

  @Test
  void theServiceFailsAfterTheJobWasStartedAndNobodyIsToldToShareTheFileAgain()
      throws SQLException {
    SharedFile file;
    try (RowTrap trap = trap("PASSED")) {
      file = uploads.drop(GOOD);
      await("another worker asks for the job's runs").until(() -> calls("GetJobRuns") > 0);
    }

    assertThat(uploads.awaitEnd(file).path("state").asText()).isEqualTo("PASSED");
    assertThat(uploads.runs()).hasSize(1);
    assertThat(uploads.message()).contains("*PASS*", uploads.runs().get(0).id());
  }

  private RowTrap trap(String state) throws SQLException {
    return RowTrap.refusing(
        world.database(ServiceName.IMPORT),
        "csv_upload",
        "new.channel_id = '%s' and new.state = '%s'".formatted(uploads.channel(), state));
  }

  private static FaultRule starting(Fault fault) {
    return FaultRule.on("POST", "/", fault).where("operation", "StartJobRun");
  }

  private long calls(String operation) {
    return Calls.since(world.glue().journal(), glueCallsBefore).of("operation", operation).count();
  }
}
