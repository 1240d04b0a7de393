package io.daybreak.imports.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.imports.job.ApiServer.Refusal;
import io.daybreak.imports.run.RunSweep;
import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.FakeImport;
import io.daybreak.imports.testing.Person.Accepted;
import io.daybreak.kit.testing.EmbeddedServices;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the launch of a long run to its end, with Kubernetes in every mood. */
@QuarkusTest
@TestProfile(LongRunsInJobs.class)
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(ApiServer.class)
class LongRunTest {

  @Inject Database database;
  @Inject FakeImport imports;
  @Inject JobLauncher launcher;
  @Inject JobWork work;
  @Inject RunSweep sweep;
  @Inject ObjectMapper json;

  private LongSets sets;

  @BeforeEach
  void aKey() {
    sets = LongSets.ofSomebody(database);
  }

  @Test
  void theJobIsAsWritten() throws IOException {
    Accepted run = sets.launched();

    assertThat(withoutWhatTheServerAdds(KubernetesJobs.find(run.runId())))
        .isEqualTo(json.readTree(expectedJob(run)));
    assertThat(log(run)).contains("Job " + new JobName(run.runId()));
  }

  @Test
  void aJobThatIsThereAlreadyIsAsGoodAsANewOne() {
    Accepted run = sets.launched();
    database.change("update run set job_created_at = null where id = ?", run.runId());

    launcher.launch(run.runId());

    sets.awaitJobKnown(run);
    assertThat(sets.code(run)).isEqualTo(4);
  }

  @Test
  void aLaunchedRunIsNotLaunchedTwice() {
    Accepted run = sets.launched();

    launcher.launch(run.runId());
    Accepted next = sets.launched();

    assertThat(ApiServer.creationsOf(name(run))).isEqualTo(1);
    assertThat(ApiServer.creationsOf(name(next))).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "403, Forbidden, 'jobs.batch is forbidden: exceeded quota'",
    "500, InternalError, 'etcdserver: request timed out'",
    "503, ServiceUnavailable, 'apiserver is shutting down'"
  })
  void aRefusedJobFailsTheRunAfterOneAttempt(int status, String reason, String message) {
    ApiServer.refuseNext(new Refusal(status, reason, message));

    Accepted run = sets.define();

    sets.awaitFailure(run, "JOB_REFUSED");
    assertThat(sets.failureReason(run)).contains(reason).contains(message);
    assertThat(ApiServer.creationsOf(name(run))).isEqualTo(1);
  }

  @Test
  void aJobOfTheSameNameThatIsNotOursFailsTheRun() {
    ApiServer.refuseNext(new Refusal(429, "TooManyRequests", "too many requests"));
    Accepted run = sets.define();
    await("Kubernetes was asked")
        .atMost(LongSets.PATIENCE)
        .until(() -> ApiServer.creationsOf(name(run)) == 1);
    KubernetesJobs.createForeign(run.runId());

    launcher.launch(run.runId());

    sets.awaitFailure(run, "JOB_REFUSED");
    assertThat(sets.failureReason(run)).contains("another Job of the name " + name(run));
  }

  @Test
  void aBusyApiServerIsAskedAgainByTheSweep() {
    ApiServer.refuseNext(new Refusal(429, "TooManyRequests", "too many requests"));
    Accepted run = sets.define();
    await("Kubernetes was asked")
        .atMost(LongSets.PATIENCE)
        .until(() -> ApiServer.creationsOf(name(run)) == 1);
    assertThat(sets.code(run)).isEqualTo(4);

    database.change(
        "update run set state_since = now() - interval '11 seconds' where id = ?", run.runId());
    sweep.sweep().await().atMost(LongSets.PATIENCE);

    sets.awaitJobKnown(run);
    assertThat(ApiServer.creationsOf(name(run))).isEqualTo(2);
  }

  @Test
  void aJobThatFailsEndsItsRunWithKubernetesReasonAndTheNextRunStarts() {
    Accepted run = sets.launched();
    sets.launched();
    Accepted next = sets.define();
    assertThat(sets.code(next)).isEqualTo(1);

    KubernetesJobs.pod(run.runId(), KubernetesJobs.terminated("OOMKilled", 137));
    KubernetesJobs.end(run.runId(), "Failed", "BackoffLimitExceeded", "over");

    sets.awaitFailure(run, "JOB_LOST");
    assertThat(sets.failureReason(run)).contains("OOMKilled");
    sets.awaitJobKnown(next);
  }

  @Test
  void aJobWhoseImageIsMissingEndsItsRunAndIsDeleted() {
    Accepted run = sets.launched();

    KubernetesJobs.pod(
        run.runId(), KubernetesJobs.waiting("ImagePullBackOff", "Back-off pulling image"));

    sets.awaitFailure(run, "JOB_LOST");
    assertThat(sets.failureReason(run)).contains("ImagePullBackOff");
    await("it would wait for ever")
        .atMost(LongSets.PATIENCE)
        .until(() -> !KubernetesJobs.exists(run.runId()));
  }

  @Test
  void aJobThatVanishesEndsItsRun() {
    Accepted run = sets.launched();

    KubernetesJobs.delete(run.runId());

    sets.awaitFailure(run, "JOB_LOST");
    assertThat(sets.failureReason(run)).contains("NotFound");
  }

  @Test
  void aCancelledRunTakesItsJobAway() {
    Accepted run = sets.launched();

    sets.person().cancel(run.id()).then().statusCode(200);

    await("the Job is deleted")
        .atMost(LongSets.PATIENCE)
        .until(() -> !KubernetesJobs.exists(run.runId()));
    assertThat(sets.failure(run)).isEqualTo("CANCELLED");
  }

  @Test
  void aJobTakesTheNextLongRunOfItsKeyAndTheJobOfThatFindsNothing() throws InterruptedException {
    Accepted first = sets.launched();
    Accepted second = sets.launched();

    boolean good = work.work(first.runId(), new JobName(first.runId()).worker());
    boolean late = work.work(second.runId(), new JobName(second.runId()).worker());

    assertThat(good).isTrue();
    assertThat(late).isTrue();
    assertThat(imports.started()).containsSubsequence(first.runId(), second.runId());
    await("both succeed")
        .atMost(LongSets.PATIENCE)
        .until(() -> sets.code(first) == 7 && sets.code(second) == 7);
  }

  private String log(Accepted run) {
    return String.join(
        "\n",
        database.column(
            "select note from run_log where run_id = ? and note is not null", run.runId()));
  }

  private String expectedJob(Accepted run) throws IOException {
    try (InputStream file = LongRunTest.class.getResourceAsStream("job.json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .replace("RUN_ID", run.runId().toString())
          .replace("RAW_DATA_ID", run.id().toString())
          .replace("API_KEY_ID", sets.key().toString());
    }
  }

  private JsonNode withoutWhatTheServerAdds(Job created) throws IOException {
    JsonNode job = json.readTree(json.writeValueAsString(created));
    ObjectNode metadata = (ObjectNode) job.get("metadata");
    metadata.remove(
        List.of("creationTimestamp", "generation", "namespace", "resourceVersion", "uid"));
    return job;
  }

  private static String name(Accepted run) {
    return new JobName(run.runId()).value();
  }
}
