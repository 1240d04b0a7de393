package io.daybreak.acceptance.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.acceptance.world.InWorld;
import io.daybreak.acceptance.world.Uploads;
import io.daybreak.acceptance.world.World;
import io.daybreak.simulators.kernel.Fault;
import io.daybreak.simulators.slack.event.EventRules;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.service.ServiceProcess;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * All instances are killed at once, while there is an upload between each two steps; then they are
 * started again. Nothing is done twice, and nothing is stuck.
 */
@InWorld
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledUploadIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Fault LATE = new Fault.Delay(Duration.ofMinutes(2));

  /** Slack's repeats: at once, after 9 s, after 45 s. */
  private static final EventRules IMPATIENT = EventRules.real().scaled(0.15);

  private static final Duration UNTIL_THE_LAST_REPEAT = Duration.ofSeconds(70);

  private final World world;
  private final List<HeldUpload> all = new ArrayList<>();

  private HeldUpload beforeItIsRecorded;
  private HeldUpload beforeItIsClaimed;
  private HeldUpload askingForTheFile;
  private HeldUpload writingParts;
  private HeldUpload afterTheObjectAppeared;
  private HeldUpload beforeTheJobIsAskedFor;
  private HeldUpload beforeGlueTookTheCall;
  private HeldUpload afterGlueTookTheCall;
  private HeldUpload lookingForTheRun;
  private HeldUpload beforeTheMessage;
  private HeldUpload whileTheMessageIsSent;

  KilledUploadIT(World world) {
    this.world = world;
  }

  @BeforeAll
  void killAllWhileEachStepIsUnderWay() throws Exception {
    try {
      holdEachStep();
      for (ServiceProcess replica : world.replicas(ServiceName.IMPORT)) {
        replica.kill();
      }
    } finally {
      all.forEach(HeldUpload::release);
    }
    world.restartDead();
    await("Slack tells once more of what was not recorded")
        .atMost(UNTIL_THE_LAST_REPEAT)
        .until(() -> !beforeItIsRecorded.state().isEmpty());
  }

  /** Faults that strike the next call of a kind are set and met one after the other. */
  private void holdEachStep() throws SQLException {
    // A trap cannot be set in a table while somebody waits in another one.
    beforeTheMessage = next().in("PASSED WAITING").holding("new.notice_state = 'SENDING'");
    beforeItIsRecorded = next().in("").holding("new.state = 'RECEIVED'");
    beforeItIsClaimed = next().in("RECEIVED").holding("new.state = 'CLAIMED'");
    beforeTheJobIsAskedFor = next().in("STORED").holding("new.state = 'STARTING'");

    askingForTheFile = next().in("CLAIMED").slack("/api/files.info", LATE);
    askingForTheFile.drop().awaitHeld();
    writingParts = next().in("STORING").s3("PART", LATE).drop();
    afterTheObjectAppeared = next().in("STORING").s3("COMPLETE", LATE);
    afterTheObjectAppeared.until(() -> afterTheObjectAppeared.uploads().stored().size() == 1);
    afterTheObjectAppeared.drop();
    lookingForTheRun = next().in("UNCLEAR").unanswered("StartJobRun").glue("GetJobRuns", LATE);
    lookingForTheRun.drop().awaitHeld();
    beforeGlueTookTheCall = next().in("STARTING").glue("StartJobRun", new Fault.Silence());
    beforeGlueTookTheCall.drop().awaitHeld();
    afterGlueTookTheCall = next().in("STARTING").glue("StartJobRun", LATE);
    afterGlueTookTheCall.until(() -> afterGlueTookTheCall.uploads().runs().size() == 1);
    afterGlueTookTheCall.drop().awaitHeld();
    whileTheMessageIsSent = next().in("PASSED SENDING").slack("/api/chat.postMessage", LATE);
    whileTheMessageIsSent.drop().awaitHeld();
    beforeTheMessage.drop().awaitHeld();
    world.slack().events().rules(IMPATIENT);
    beforeItIsRecorded.drop();
    beforeItIsClaimed.drop();
    // The last: a held row of a living worker delays the heartbeat of its instance.
    beforeTheJobIsAskedFor.drop();
    all.forEach(HeldUpload::awaitHeld);
  }

  @Test
  void beforeTheEventIsRecordedSlacksRepeatBringsIt() {
    assertPassedOnce(beforeItIsRecorded);
  }

  @Test
  void beforeItIsClaimedAnotherMessageBringsIt() {
    assertPassedOnce(beforeItIsClaimed);
  }

  @Test
  void beforeAnythingHappenedOutsideNothingDoes() {
    assertThat(askingForTheFile.uploads().awaitError(askingForTheFile.file(), "WORKER_LOST"))
        .contains("Share the file again");
    assertThat(askingForTheFile.uploads().stored()).isEmpty();
  }

  @Test
  void whileItWritesThePartsAreGivenBack() {
    writingParts.uploads().awaitError(writingParts.file(), "WORKER_LOST");
    assertThat(writingParts.uploads().stored()).isEmpty();
  }

  @Test
  void afterTheObjectAppearedTheJobIsStartedOnce() {
    assertPassedOnce(afterTheObjectAppeared);
  }

  @Test
  void beforeTheJobIsAskedForItIsStartedOnce() {
    assertPassedOnce(beforeTheJobIsAskedFor);
  }

  @Test
  void aJobThatGlueWasPerhapsAskedForIsNotStartedAgain() {
    assertThat(
            beforeGlueTookTheCall
                .uploads()
                .awaitError(beforeGlueTookTheCall.file(), "JOB_START_UNKNOWN"))
        .contains("Look at the job's runs");
    assertThat(beforeGlueTookTheCall.uploads().stored()).hasSize(1);
  }

  @Test
  void afterTheJobWasStartedItIsFoundAndNotStartedAgain() {
    assertPassedOnce(afterGlueTookTheCall);
  }

  @Test
  void whileItLooksForTheRunAnotherOneFindsIt() {
    assertPassedOnce(lookingForTheRun);
  }

  @Test
  void beforeTheMessageIsClaimedItIsSentOnce() {
    assertPassedOnce(beforeTheMessage);
  }

  @Test
  void whileItTellsPeopleTheyAreNotToldTwice() {
    JsonNode upload = whileTheMessageIsSent.uploads().awaitEnd(whileTheMessageIsSent.file());

    assertThat(upload.path("state").asText()).isEqualTo("PASSED");
    assertThat(upload.path("notice").asText()).isEqualTo("UNCLEAR");
    assertThat(whileTheMessageIsSent.uploads().messages()).hasSize(1);
    assertThat(whileTheMessageIsSent.uploads().runs()).hasSize(1);
  }

  private HeldUpload next() {
    HeldUpload upload = new HeldUpload(world, PATIENCE);
    all.add(upload);
    return upload;
  }

  private static void assertPassedOnce(HeldUpload held) {
    Uploads uploads = held.uploads();
    JsonNode upload = uploads.awaitEnd(held.file());
    assertThat(upload.path("state").asText()).as(upload.toString()).isEqualTo("PASSED");
    assertThat(upload.path("notice").asText()).isEqualTo("SENT");
    assertThat(uploads.objects()).containsExactly(HeldUpload.CONTENT);
    assertThat(uploads.unfinished()).isZero();
    assertThat(uploads.runs()).hasSize(1);
    assertThat(uploads.message()).contains("*PASS*", uploads.runs().get(0).id());
  }
}
