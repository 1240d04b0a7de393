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
import io.daybreak.imports.testing.Person;
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
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
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

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Database database;
  @Inject FakeImport imports;
  @Inject JobLauncher launcher;
  @Inject JobReconciler reconciler;
  @Inject JobWork work;
  @Inject RunSweep sweep;
  @Inject ObjectMapper json;

  private final Person person = Person.marketer();
  private final String customerId = Person.newCustomerId();
  private UUID key;

  @BeforeEach
  void aKey() {
    key = person.registerKey(customerId);
  }

  @AfterEach
  void theApiServerIsBack() {
    ApiServer.comeBack();
  }

  @Test
  void theJobIsAsWritten() throws IOException {
    Accepted run = launched();

    assertThat(withoutWhatTheServerAdds(KubernetesJobs.find(run.runId())))
        .isEqualTo(json.readTree(expectedJob(run)));
    assertThat(log(run)).contains("Job " + new JobName(run.runId()));
  }

  @Test
  void aJobThatIsThereAlreadyIsAsGoodAsANewOne() {
    Accepted run = launched();
    database.change("update run set job_created_at = null where id = ?", run.runId());

    launcher.launch(run.runId());

    awaitJobKnown(run);
    assertThat(person.code(run.id())).isEqualTo(4);
  }

  @Test
  void aLaunchedRunIsNotLaunchedTwice() {
    Accepted run = launched();

    launcher.launch(run.runId());
    Accepted next = launched();

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

    Accepted run = person.define(key, customerId, Person.newSpreadsheetId());

    awaitFailure(run, "JOB_REFUSED");
    assertThat(failureReason(run)).contains(reason).contains(message);
    assertThat(ApiServer.creationsOf(name(run))).isEqualTo(1);
  }

  @Test
  void aJobOfTheSameNameThatIsNotOursFailsTheRun() {
    ApiServer.refuseNext(new Refusal(429, "TooManyRequests", "too many requests"));
    Accepted run = person.define(key, customerId, Person.newSpreadsheetId());
    await("Kubernetes was asked")
        .atMost(PATIENCE)
        .until(() -> ApiServer.creationsOf(name(run)) == 1);
    KubernetesJobs.createForeign(run.runId());

    launcher.launch(run.runId());

    awaitFailure(run, "JOB_REFUSED");
    assertThat(failureReason(run)).contains("another Job of the name " + name(run));
  }

  @Test
  void aBusyApiServerIsAskedAgainByTheSweep() {
    ApiServer.refuseNext(new Refusal(429, "TooManyRequests", "too many requests"));
    Accepted run = person.define(key, customerId, Person.newSpreadsheetId());
    await("Kubernetes was asked")
        .atMost(PATIENCE)
        .until(() -> ApiServer.creationsOf(name(run)) == 1);
    assertThat(person.code(run.id())).isEqualTo(4);

    database.change(
        "update run set state_since = now() - interval '11 seconds' where id = ?", run.runId());
    sweep.sweep().await().atMost(PATIENCE);

    awaitJobKnown(run);
    assertThat(ApiServer.creationsOf(name(run))).isEqualTo(2);
  }

  @Test
  void aJobThatFailsEndsItsRunWithKubernetesReasonAndTheNextRunStarts() {
    Accepted run = launched();
    launched();
    Accepted next = person.define(key, customerId, Person.newSpreadsheetId());
    assertThat(person.code(next.id())).isEqualTo(1);

    KubernetesJobs.pod(run.runId(), KubernetesJobs.terminated("OOMKilled", 137));
    KubernetesJobs.end(run.runId(), "Failed", "BackoffLimitExceeded", "over");

    awaitFailure(run, "JOB_LOST");
    assertThat(failureReason(run)).contains("OOMKilled");
    awaitJobKnown(next);
  }

  @Test
  void aJobWhoseImageIsMissingEndsItsRunAndIsDeleted() {
    Accepted run = launched();

    KubernetesJobs.pod(
        run.runId(), KubernetesJobs.waiting("ImagePullBackOff", "Back-off pulling image"));

    awaitFailure(run, "JOB_LOST");
    assertThat(failureReason(run)).contains("ImagePullBackOff");
    await("it would wait for ever")
        .atMost(PATIENCE)
        .until(() -> !KubernetesJobs.exists(run.runId()));
  }

  @Test
  void aJobThatVanishesEndsItsRun() {
    Accepted run = launched();

    KubernetesJobs.delete(run.runId());

    awaitFailure(run, "JOB_LOST");
    assertThat(failureReason(run)).contains("NotFound");
  }

  @Test
  void aCancelledRunTakesItsJobAway() {
    Accepted run = launched();

    person.cancel(run.id()).then().statusCode(200);

    await("the Job is deleted").atMost(PATIENCE).until(() -> !KubernetesJobs.exists(run.runId()));
    assertThat(failure(run)).isEqualTo("CANCELLED");
  }

  @Test
  void whatHappensWhileTheApiServerIsAwayIsSeenAfterwards() {
    Accepted run = launched();
    Accepted claimed = launched();
    database.change(
        """
        update run set worker = ?, claimed_at = now(), lease_until = now() + interval '1 hour'
        where id = ?
        """,
        new JobName(claimed.runId()).worker(),
        claimed.runId());
    KubernetesJobs.pod(claimed.runId(), KubernetesJobs.terminated("Error", 134));

    ApiServer.vanish();
    reconciler.askForAll();
    ApiServer.comeBack();
    KubernetesJobs.end(claimed.runId(), "Failed", "PodFailurePolicy", "matched");
    reconciler.askForAll();

    awaitFailure(claimed, "JOB_LOST");
    assertThat(failureReason(claimed)).contains("exit code 134");
    assertThat(person.code(run.id())).isEqualTo(4);
  }

  @Test
  void anApiServerThatIsAwayFailsTheRun() {
    ApiServer.vanish();

    Accepted run = person.define(key, customerId, Person.newSpreadsheetId());

    awaitFailure(run, "JOB_REFUSED");
    assertThat(failureReason(run)).contains("no answer");
  }

  @Test
  void aJobTakesTheNextLongRunOfItsKeyAndTheJobOfThatFindsNothing() throws InterruptedException {
    Accepted first = launched();
    Accepted second = launched();

    boolean good = work.work(first.runId(), new JobName(first.runId()).worker());
    boolean late = work.work(second.runId(), new JobName(second.runId()).worker());

    assertThat(good).isTrue();
    assertThat(late).isTrue();
    assertThat(imports.started()).containsSubsequence(first.runId(), second.runId());
    await("both succeed")
        .atMost(PATIENCE)
        .until(() -> person.code(first.id()) == 7 && person.code(second.id()) == 7);
  }

  private Accepted launched() {
    Accepted run = person.define(key, customerId, Person.newSpreadsheetId());
    awaitJobKnown(run);
    return run;
  }

  private void awaitJobKnown(Accepted run) {
    await("the Job is created").atMost(PATIENCE).until(() -> jobKnown(run));
  }

  private boolean jobKnown(Accepted run) {
    return database.number(
            "select count(*) from run where id = ? and job_created_at is not null", run.runId())
        == 1;
  }

  private void awaitFailure(Accepted run, String code) {
    await(code).atMost(PATIENCE).until(() -> code.equals(failure(run)));
  }

  private String failure(Accepted run) {
    return database.column("select failure_code from run where id = ?", run.runId()).get(0);
  }

  private String failureReason(Accepted run) {
    return database.column("select failure_reason from run where id = ?", run.runId()).get(0);
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
          .replace("API_KEY_ID", key.toString());
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
