package io.daybreak.imports.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.FakeImport;
import io.daybreak.imports.testing.Person.Accepted;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API server vanishes before, while and after it is needed, and comes back. */
@QuarkusTest
@TestProfile(LongRunsInJobs.class)
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(ApiServer.class)
class LostApiServerTest {

  @Inject Database database;
  @Inject FakeImport imports;
  @Inject JobReconciler reconciler;
  @Inject JobWork work;

  private LongSets sets;

  @BeforeEach
  void aKey() {
    sets = LongSets.ofSomebody(database);
  }

  @AfterEach
  void theApiServerIsBack() {
    ApiServer.comeBack();
  }

  @Test
  void anApiServerThatIsAwayFailsTheRun() {
    ApiServer.vanish();

    Accepted run = sets.define();

    sets.awaitFailure(run, "JOB_REFUSED");
    assertThat(sets.failureReason(run)).contains("no answer");
  }

  @Test
  void anAnswerThatGetsLostFailsTheRunAndTheJobFindsNothingToDo() throws InterruptedException {
    ApiServer.vanishBeforeTheNextAnswer();

    Accepted run = sets.define();

    sets.awaitFailure(run, "JOB_REFUSED");
    ApiServer.comeBack();
    assertThat(KubernetesJobs.exists(run.runId())).isTrue();
    boolean good = work.work(run.runId(), new JobName(run.runId()).worker());
    assertThat(good).isTrue();
    assertThat(imports.started()).doesNotContain(run.runId());
    assertThat(ApiServer.creationsOf(new JobName(run.runId()).value())).isEqualTo(1);
  }

  @Test
  void whatHappensMeanwhileIsSeenAfterwards() {
    Accepted healthy = sets.launched();
    Accepted failed = sets.claimed();
    KubernetesJobs.pod(failed.runId(), KubernetesJobs.terminated("Error", 134));

    ApiServer.vanish();
    reconciler.askForAll();
    ApiServer.comeBack();
    KubernetesJobs.end(failed.runId(), "Failed", "PodFailurePolicy", "matched");
    reconciler.askForAll();

    sets.awaitFailure(failed, "JOB_LOST");
    assertThat(sets.failureReason(failed)).contains("exit code 134");
    assertThat(sets.code(healthy)).isEqualTo(4);
  }

  @Test
  void theWatchIsOpenedAgain() {
    Accepted run = sets.claimed();

    ApiServer.vanish();
    ApiServer.comeBack();
    KubernetesJobs.pod(run.runId(), KubernetesJobs.terminated("OOMKilled", 137));
    KubernetesJobs.end(run.runId(), "Failed", "PodFailurePolicy", "matched");

    sets.awaitFailure(run, "JOB_LOST");
    assertThat(sets.failureReason(run)).contains("OOMKilled");
  }
}
