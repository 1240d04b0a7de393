package io.daybreak.imports.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobVerdictTest {

  private static final Job RUNNING = new JobBuilder().withNewStatus().endStatus().build();

  @Test
  void aJobThatRunsIsLeftAlone() {
    assertThat(JobVerdict.of(RUNNING, List.of())).isEmpty();
    assertThat(JobVerdict.of(new JobBuilder().build(), pod(new PodStatus()))).isEmpty();
    assertThat(JobVerdict.of(RUNNING, pod(KubernetesJobs.waiting("ContainerCreating", ""))))
        .isEmpty();
    assertThat(JobVerdict.of(RUNNING, pod(KubernetesJobs.waiting("ErrImagePull", "for once"))))
        .isEmpty();
  }

  @Test
  void memoryIsNamedBeforeEverythingElse() {
    Job failed = failed("PodFailurePolicy", "Container failed with exit code 137");

    assertThat(JobVerdict.of(failed, pod(KubernetesJobs.terminated("OOMKilled", 137))))
        .hasValueSatisfying(
            verdict -> {
              assertThat(verdict.reason()).isEqualTo("OOMKilled");
              assertThat(verdict.ended()).isTrue();
            });
  }

  @Test
  void anEvictionIsNamedAsTheKubeletDoes() {
    PodStatus evicted =
        new PodStatusBuilder().withReason("Evicted").withMessage("low on resource: memory").build();

    assertThat(JobVerdict.of(failed("BackoffLimitExceeded", "over"), pod(evicted)))
        .map(JobVerdict::sentence)
        .hasValue(
            "The Kubernetes Job of the run failed: Evicted, low on resource: memory."
                + " Start the run again.");
  }

  @Test
  void aDisruptionIsNamedByItsCause() {
    PodStatus drained =
        new PodStatusBuilder()
            .addNewCondition()
            .withType("DisruptionTarget")
            .withStatus("True")
            .withReason("EvictionByEvictionAPI")
            .withMessage("Eviction API: evicting")
            .endCondition()
            .build();

    assertThat(JobVerdict.of(failed("PodFailurePolicy", "matched"), pod(drained)))
        .map(JobVerdict::reason)
        .hasValue("EvictionByEvictionAPI");
  }

  @Test
  void aDeadlineIsNamedAlthoughThePodWasKilledForIt() {
    Job late = failed("DeadlineExceeded", "Job was active longer than specified deadline");

    assertThat(JobVerdict.of(late, pod(KubernetesJobs.terminated("Error", 143))))
        .map(JobVerdict::reason)
        .hasValue("DeadlineExceeded");
  }

  @Test
  void anExitCodeIsNamed() {
    Job failed = failed("BackoffLimitExceeded", "Job has reached the specified backoff limit");

    assertThat(JobVerdict.of(failed, pod(KubernetesJobs.terminated("Error", 134))))
        .map(JobVerdict::sentence)
        .hasValue(
            "The Kubernetes Job of the run failed: Error, exit code 134. Start the run again.");
  }

  @Test
  void withoutAPodTheJobItselfIsAsked() {
    assertThat(JobVerdict.of(failed("BackoffLimitExceeded", "over"), List.of()))
        .map(JobVerdict::reason)
        .hasValue("BackoffLimitExceeded");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ImagePullBackOff", "InvalidImageName", "CreateContainerConfigError"})
  void aPodThatNothingWillStartIsNotWaitedFor(String reason) {
    assertThat(JobVerdict.of(RUNNING, pod(KubernetesJobs.waiting(reason, "no such thing"))))
        .hasValueSatisfying(
            verdict -> {
              assertThat(verdict.reason()).isEqualTo(reason);
              assertThat(verdict.ended()).isFalse();
            });
  }

  private static Job failed(String reason, String message) {
    return new JobBuilder()
        .withNewStatus()
        .addNewCondition()
        .withType("Failed")
        .withStatus("True")
        .withReason(reason)
        .withMessage(message)
        .endCondition()
        .endStatus()
        .build();
  }

  private static List<Pod> pod(PodStatus status) {
    return List.of(new PodBuilder().withStatus(status).build());
  }
}
