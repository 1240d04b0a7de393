package io.daybreak.acceptance.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybreak.acceptance.world.Marketer;
import io.daybreak.acceptance.world.RawData;
import io.daybreak.acceptance.world.RawDataOrder;
import io.daybreak.acceptance.world.RunStatus;
import io.daybreak.acceptance.world.ShortTimes;
import io.daybreak.acceptance.world.State;
import io.daybreak.acceptance.world.World;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.naver.report.JobTiming;
import io.daybreak.simulators.naver.report.Outcome;
import io.daybreak.simulators.naver.report.ReportScript;
import io.daybreak.stack.process.BoundProcess;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.start.StackOptions;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The processes that Kubernetes starts from import-service's image: that of a long run, from the
 * launcher over the Job to the run after it, and that of the morning batch.
 */
class LongRunIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** Exit code of a process that was told to stop. */
  private static final int STOPPED = 143;

  private static Cluster cluster;
  private static World world;

  @BeforeAll
  static void everyRunIsLong() {
    cluster = new Cluster();
    StackOptions options =
        ShortTimes.options().withReplicas(ServiceName.IMPORT, 1).withReplicas(ServiceName.SHEET, 1);
    Map<String, String> jobs =
        Map.of(
            "daybreak.runs.long-run-executor",
            "JOB",
            "daybreak.runs.long-run-seconds",
            "0",
            "daybreak.runs.limit-per-key",
            "1",
            "daybreak.runs.lease",
            "PT30S",
            "daybreak.jobs.api-server",
            cluster.url(),
            "daybreak.jobs.namespace",
            Cluster.NAMESPACE,
            "daybreak.jobs.image",
            Cluster.IMAGE,
            "daybreak.jobs.config-maps",
            Cluster.SETTINGS,
            "daybreak.jobs.secrets",
            Cluster.SETTINGS,
            "daybreak.jobs.priority-class",
            "daybreak-job");
    for (Map.Entry<String, String> setting : jobs.entrySet()) {
      options = options.withSetting(ServiceName.IMPORT, setting.getKey(), setting.getValue());
    }
    world = World.start(options);
    cluster.install(
        world.replicas(ServiceName.IMPORT).get(0).launch(),
        Map.of("QUARKUS_DATASOURCE_PASSWORD", world.database(ServiceName.IMPORT).user()));
  }

  @AfterAll
  static void stop() {
    if (world != null) {
      world.close();
    }
    cluster.close();
  }

  @Test
  void theProcessOfAJobTakesTheNextLongRunOfItsKeyAndEndsWell() throws IOException {
    AccountSpec account = world.account();
    Marketer marketer = world.newcomer();
    UUID key = marketer.register(account);
    RawData first = marketer.create(key, order(account));
    RawData second = marketer.create(key, order(account));
    assertThat(second.status().state()).isEqualTo(State.CREATE_WAITING);

    Job job = jobOf(first);
    assertThat(withoutWhatTheServerAdds(job)).isEqualTo(expectedJob(first, key));
    BoundProcess process = start(job);

    first.awaitSuccess();
    second.awaitSuccess();
    awaitEnd(process);
    assertThat(process.exitCode()).isZero();
    assertThat(claims(first)).isEqualTo("Claimed by worker job/" + job.getMetadata().getName());
    assertThat(claims(second)).isEqualTo(claims(first));
  }

  @Test
  void aJobThatIsKilledHalfWayFailsItsRunAndTheNextOneStarts() throws Exception {
    AccountSpec slow = slowReports(world.account());
    AccountSpec quick = world.accountBesides(slow);
    Marketer marketer = world.newcomer();
    UUID key = marketer.register(slow);
    marketer.register(quick);
    RawData killed = marketer.create(key, order(slow));
    RawData next = marketer.create(key, order(quick));
    Job job = jobOf(killed);
    BoundProcess process = start(job);
    await("the Job has the run").atMost(PATIENCE).until(() -> !claims(killed).isEmpty());

    process.kill();
    cluster.reportKilled(job);

    RunStatus end = killed.awaitEnd();
    assertThat(end.failureCode()).isEqualTo("JOB_LOST");
    assertThat(end.failureReason()).contains("OOMKilled");
    start(jobOf(next));
    next.awaitSuccess();
    assertThat(claims(killed)).doesNotContain(",");
  }

  @Test
  void aCancelledRunTakesItsJobAwayAndTheProcessLetsGo() throws IOException {
    AccountSpec slow = slowReports(world.account());
    Marketer marketer = world.newcomer();
    RawData run = marketer.create(marketer.register(slow), order(slow));
    BoundProcess process = start(jobOf(run));
    await("the Job has the run").atMost(PATIENCE).until(() -> !claims(run).isEmpty());

    run.cancel();

    await("the Job is deleted")
        .atMost(PATIENCE)
        .until(() -> cluster.jobOf(run.status().runId()).isEmpty());
    process.askToStop();
    awaitEnd(process);
    assertThat(process.exitCode()).isIn(0, STOPPED);
    assertThat(run.status().failureCode()).isEqualTo("CANCELLED");
  }

  @Test
  void theMorningBatchOfTheCronJobStartsOnce() throws IOException {
    Container container = morningBatch();
    Path log = world.logs().resolve("morning-batch.log");

    for (int i = 0; i < 2; i++) {
      BoundProcess process = cluster.start(container, log);
      awaitEnd(process);
      assertThat(process.exitCode()).isZero();
    }

    assertThat(Files.readString(log))
        .containsOnlyOnce(": started")
        .contains(": was started before");
  }

  private static RawDataOrder order(AccountSpec account) {
    return RawDataOrder.of(account, world.spreadsheets().create());
  }

  private static Job jobOf(RawData set) {
    UUID runId = set.status().runId();
    await("the Job is created").atMost(PATIENCE).until(() -> cluster.jobOf(runId).isPresent());
    return cluster.jobOf(runId).orElseThrow();
  }

  private static BoundProcess start(Job job) throws IOException {
    return cluster.start(
        job.getSpec().getTemplate().getSpec().getContainers().get(0),
        world.logs().resolve(job.getMetadata().getName() + ".log"));
  }

  private static void awaitEnd(BoundProcess process) {
    await("the process ends").atMost(PATIENCE).until(() -> !process.isAlive());
  }

  /** The same file that import-service's own tests compare with; here it may be a native one. */
  private static JsonNode expectedJob(RawData set, UUID key) throws IOException {
    Path file = Path.of("..", "import-service/src/test/resources/io/daybreak/imports/job/job.json");
    return JSON.readTree(
        Files.readString(file)
            .replace("RUN_ID", set.status().runId().toString())
            .replace("RAW_DATA_ID", set.id().toString())
            .replace("API_KEY_ID", key.toString()));
  }

  private static JsonNode withoutWhatTheServerAdds(Job created) throws IOException {
    JsonNode job = JSON.readTree(Serialization.asJson(created));
    ((ObjectNode) job.path("metadata"))
        .remove(List.of("creationTimestamp", "generation", "namespace", "resourceVersion", "uid"));
    return job;
  }

  /** The container as it is checked in; kustomize gives it the image. */
  private static Container morningBatch() throws IOException {
    try (InputStream file =
        Files.newInputStream(Path.of("..", "k8s/base/import-service/morning-batch.yaml"))) {
      Container container =
          Serialization.unmarshal(file, CronJob.class)
              .getSpec()
              .getJobTemplate()
              .getSpec()
              .getTemplate()
              .getSpec()
              .getContainers()
              .get(0);
      container.setImage(Cluster.IMAGE);
      return container;
    }
  }

  private static AccountSpec slowReports(AccountSpec account) {
    JobTiming timing = new JobTiming(Duration.ZERO, Duration.ofMinutes(10));
    world
        .naver()
        .scripts()
        .add(
            new ReportScript(
                account.customerId(), null, null, Outcome.NORMAL, Integer.MAX_VALUE, timing));
    return account;
  }

  private static String claims(RawData set) {
    return world
        .database(ServiceName.IMPORT)
        .text(
            """
            select coalesce(string_agg(note, ', '), '') from run_log
            where run_id = ? and note like 'Claimed%'
            """,
            set.status().runId());
  }
}
