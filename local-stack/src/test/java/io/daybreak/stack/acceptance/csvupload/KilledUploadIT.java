package io.daybreak.stack.acceptance.csvupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.stack.acceptance.world.InWorld;
import io.daybreak.stack.acceptance.world.World;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.service.ServiceProcess;
import io.daybreak.stack.simulator.Fault;
import io.daybreak.stack.simulator.FaultRule;
import io.daybreak.stack.slack.SharedFile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The instance that has an upload in hand is killed between two steps: the outside answers late, so
 * that it is known which step it is in.
 */
@InWorld
class KilledUploadIT {

  private static final String GOOD = "id,day,note\n1,2026-11-20,a\n";
  private static final Fault LATE = new Fault.Delay(Duration.ofSeconds(10));
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final World world;
  private final Uploads uploads;

  KilledUploadIT(World world) {
    this.world = world;
    this.uploads = Uploads.ofPlainTable(world);
  }

  @Test
  void beforeAnythingHappenedOutsideNothingDoes() throws InterruptedException {
    world.slack().faults().add(FaultRule.on("POST", "/api/files.info", LATE).onlyCall(1));

    SharedFile file = uploads.drop(GOOD);
    killHolderIn(file, "CLAIMED");

    assertThat(uploads.awaitError(file, "WORKER_LOST")).contains("Share the file again");
    assertThat(uploads.stored()).isEmpty();
  }

  @Test
  void whileItWritesThePartsAreGivenBack() throws InterruptedException {
    world.s3().faults().add(s3("PUT", "PART"));

    SharedFile file = uploads.drop(GOOD);
    await("a part is under way").atMost(PATIENCE).until(() -> uploads.unfinished() == 1);
    killHolderIn(file, "STORING");

    uploads.awaitError(file, "WORKER_LOST");
    assertThat(uploads.stored()).isEmpty();
  }

  @Test
  void afterTheObjectAppearedTheJobIsStartedOnce() throws InterruptedException {
    world.s3().faults().add(s3("POST", "COMPLETE"));

    SharedFile file = uploads.drop(GOOD);
    await("the object is there").atMost(PATIENCE).until(() -> uploads.stored().size() == 1);
    killHolderIn(file, "STORING");

    assertPassedOnce(file);
  }

  @Test
  void afterTheJobWasStartedItIsFoundAndNotStartedAgain() throws InterruptedException {
    world
        .glue()
        .faults()
        .add(FaultRule.on("POST", "/", LATE).where("operation", "StartJobRun").onlyCall(1));

    SharedFile file = uploads.drop(GOOD);
    await("the job runs").atMost(PATIENCE).until(() -> uploads.runs().size() == 1);
    killHolderIn(file, "STARTING");

    assertPassedOnce(file);
  }

  @Test
  void whileItTellsPeopleTheyAreNotToldTwice() throws Exception {
    world.slack().faults().add(FaultRule.on("POST", "/api/chat.postMessage", LATE).onlyCall(1));

    SharedFile file = uploads.drop(GOOD);
    await("the message is there").atMost(PATIENCE).until(() -> uploads.messages().size() == 1);
    // Which instance sends is not written down, so both go.
    for (ServiceProcess replica : world.replicas(ServiceName.IMPORT)) {
      replica.kill();
    }
    restartAll();

    JsonNode upload = uploads.awaitEnd(file);
    assertThat(upload.path("state").asText()).isEqualTo("PASSED");
    assertThat(upload.path("notice").asText()).isEqualTo("UNCLEAR");
    assertThat(uploads.messages()).hasSize(1);
  }

  private void assertPassedOnce(SharedFile file) {
    assertThat(uploads.awaitEnd(file).path("state").asText()).isEqualTo("PASSED");
    assertThat(uploads.objects()).containsExactly(GOOD);
    assertThat(uploads.unfinished()).isZero();
    assertThat(uploads.runs()).hasSize(1);
    assertThat(uploads.message()).contains("*PASS*", uploads.runs().get(0).id());
  }

  private static FaultRule s3(String method, String operation) {
    return FaultRule.on(method, "/daybreak-lake/proof/.*", LATE)
        .where("operation", operation)
        .onlyCall(1);
  }

  /** Kills the instance that has the upload in hand, which its name begins with. */
  private void killHolderIn(SharedFile file, String state) throws InterruptedException {
    String worker =
        await("the upload is in " + state)
            .atMost(PATIENCE)
            .until(() -> worker(file, state), name -> !name.isEmpty());
    long process = Long.parseLong(worker.substring(0, worker.indexOf('@')));
    for (ServiceProcess replica : world.replicas(ServiceName.IMPORT)) {
      if (replica.processId() == process) {
        replica.kill();
      }
    }
  }

  private String worker(SharedFile file, String state) {
    List<Map<String, @Nullable Object>> rows =
        world
            .database(ServiceName.IMPORT)
            .rows(
                "select worker from csv_upload where file_id = ? and state = ?", file.id(), state);
    return rows.isEmpty() ? "" : String.valueOf(rows.get(0).get("worker"));
  }

  private void restartAll() throws IOException, InterruptedException {
    for (ServiceProcess replica : List.copyOf(world.replicas(ServiceName.IMPORT))) {
      world.restart(replica);
    }
  }
}
