package io.daybreak.stack.acceptance.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.stack.acceptance.world.Marketer;
import io.daybreak.stack.acceptance.world.RawData;
import io.daybreak.stack.acceptance.world.RawDataOrder;
import io.daybreak.stack.acceptance.world.ShortTimes;
import io.daybreak.stack.acceptance.world.State;
import io.daybreak.stack.acceptance.world.World;
import io.daybreak.stack.naver.account.AccountSpec;
import io.daybreak.stack.naver.report.JobTiming;
import io.daybreak.stack.naver.report.Outcome;
import io.daybreak.stack.naver.report.ReportScript;
import io.daybreak.stack.process.BoundProcess;
import io.daybreak.stack.run.StackOptions;
import io.daybreak.stack.service.ServiceName;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole path of a long run: launcher, Job, the process of the Job, and the run after it. */
class LongRunIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
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
            "daybreak.runs.long-run-executor", "JOB",
            "daybreak.runs.long-run-seconds", "0",
            "daybreak.runs.limit-per-key", "1",
            "daybreak.runs.lease", "PT30S",
            "daybreak.jobs.api-server", cluster.url(),
            "daybreak.jobs.namespace", Cluster.NAMESPACE,
            "daybreak.jobs.image", "daybreak/import-service:1.0.0",
            "daybreak.jobs.config-maps", "import-service",
            "daybreak.jobs.secrets", "import-service");
    for (Map.Entry<String, String> setting : jobs.entrySet()) {
      options = options.withSetting(ServiceName.IMPORT, setting.getKey(), setting.getValue());
    }
    world = World.start(options);
  }

  @AfterAll
  static void stop() {
    world.close();
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
    BoundProcess process = start(job);

    first.awaitSuccess();
    second.awaitSuccess();
    await("the Job's process ends").atMost(PATIENCE).until(() -> !process.isAlive());
    assertThat(process.exitCode()).isZero();
    assertThat(claims(first)).isEqualTo("Claimed by worker job/" + job.getMetadata().getName());
    assertThat(claims(second)).isEqualTo(claims(first));
    assertThat(cluster.jobOf(second.status().runId())).isEmpty();
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

    assertThat(killed.awaitEnd().failureCode()).isEqualTo("JOB_LOST");
    assertThat(reason(killed)).contains("OOMKilled");
    start(jobOf(next));
    next.awaitSuccess();
  }

  @Test
  void aStoppedJobLetsGoAndSaysSo() throws IOException {
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
    await("its process ends").atMost(PATIENCE).until(() -> !process.isAlive());
    assertThat(process.exitCode()).isIn(0, STOPPED);
    assertThat(run.status().failureCode()).isEqualTo("CANCELLED");
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
        job,
        world.replicas(ServiceName.IMPORT).get(0).launch(),
        world.logs().resolve(job.getMetadata().getName() + ".log"));
  }

  private static AccountSpec slowReports(AccountSpec account) {
    world
        .naver()
        .scripts()
        .add(
            new ReportScript(
                account.customerId(),
                null,
                null,
                Outcome.NORMAL,
                Integer.MAX_VALUE,
                new JobTiming(Duration.ZERO, Duration.ofMinutes(10))));
    return account;
  }

  private static String claims(RawData set) {
    return text(
        "select coalesce(string_agg(note, ', '), '') as value from run_log"
            + " where run_id = ? and note like 'Claimed%'",
        set);
  }

  private static String reason(RawData set) {
    return text("select coalesce(failure_reason, '') as value from run where id = ?", set);
  }

  private static String text(String sql, RawData set) {
    return String.valueOf(
        world.database(ServiceName.IMPORT).rows(sql, set.status().runId()).get(0).get("value"));
  }
}
