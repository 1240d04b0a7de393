package io.daybreak.imports.job;

import io.fabric8.kubernetes.api.model.ContainerState;
import io.fabric8.kubernetes.api.model.ContainerStateTerminated;
import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.batch.v1.JobCondition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why a Job will not finish the run that it holds. Kubernetes spreads the reason over the Job, its
 * pod and the pod's container; the most particular one is the one that helps.
 *
 * @param reason a word of Kubernetes, such as {@code OOMKilled}
 * @param message what Kubernetes says about it, may be empty
 * @param ended whether the Job has ended; else it would wait for ever
 */
record JobVerdict(String reason, String message, boolean ended) {

  /** Waiting that nothing but a person ends. */
  private static final Set<String> STUCK =
      Set.of(
          "ImagePullBackOff",
          "InvalidImageName",
          "ErrImageNeverPull",
          "CreateContainerConfigError",
          "CreateContainerError",
          "RunContainerError");

  /** Nothing while the Job may still finish its run. */
  static Optional<JobVerdict> of(Job job, List<Pod> pods) {
    Optional<JobCondition> failed = condition(job, "Failed");
    if (failed.isPresent()) {
      return Stream.of(
              pods.stream().flatMap(JobVerdict::killed),
              deadline(failed.get()),
              pods.stream().flatMap(JobVerdict::removed),
              pods.stream().flatMap(JobVerdict::disrupted),
              pods.stream().flatMap(JobVerdict::exited),
              Stream.of(ended(failed.get().getReason(), failed.get().getMessage())))
          .flatMap(verdicts -> verdicts)
          .findFirst();
    }
    if (condition(job, "Complete").isPresent()) {
      return Optional.of(ended("Complete", "the Job ended without finishing the run"));
    }
    return pods.stream().flatMap(JobVerdict::stuck).findFirst();
  }

  /** One sentence for the owner of the run. */
  String sentence() {
    String detail = message.isEmpty() ? "" : ", " + message.strip();
    return "The Kubernetes Job of the run failed: %s%s. Start the run again."
        .formatted(
            reason, detail.endsWith(".") ? detail.substring(0, detail.length() - 1) : detail);
  }

  private static Stream<JobVerdict> killed(Pod pod) {
    return terminated(pod)
        .filter(state -> "OOMKilled".equals(state.getReason()))
        .map(state -> ended("OOMKilled", "it needed more memory than its limit"));
  }

  private static Stream<JobVerdict> deadline(JobCondition failed) {
    return "DeadlineExceeded".equals(failed.getReason())
        ? Stream.of(ended(failed.getReason(), failed.getMessage()))
        : Stream.empty();
  }

  /** Evicted, Preempting, NodeLost, Terminated … */
  private static Stream<JobVerdict> removed(Pod pod) {
    return pod.getStatus() == null || pod.getStatus().getReason() == null
        ? Stream.empty()
        : Stream.of(ended(pod.getStatus().getReason(), pod.getStatus().getMessage()));
  }

  private static Stream<JobVerdict> disrupted(Pod pod) {
    return pod.getStatus() == null
        ? Stream.empty()
        : pod.getStatus().getConditions().stream()
            .filter(condition -> "DisruptionTarget".equals(condition.getType()))
            .filter(condition -> "True".equals(condition.getStatus()))
            .map(condition -> ended(condition.getReason(), condition.getMessage()));
  }

  private static Stream<JobVerdict> exited(Pod pod) {
    return terminated(pod)
        .filter(state -> state.getExitCode() != null && state.getExitCode() != 0)
        .map(state -> ended(state.getReason(), "exit code " + state.getExitCode()));
  }

  private static Stream<JobVerdict> stuck(Pod pod) {
    return states(pod)
        .map(ContainerState::getWaiting)
        .filter(Objects::nonNull)
        .filter(waiting -> waiting.getReason() != null && STUCK.contains(waiting.getReason()))
        .map(waiting -> new JobVerdict(waiting.getReason(), text(waiting.getMessage()), false));
  }

  private static Stream<ContainerStateTerminated> terminated(Pod pod) {
    return states(pod).map(ContainerState::getTerminated).filter(Objects::nonNull);
  }

  private static Stream<ContainerState> states(Pod pod) {
    return pod.getStatus() == null
        ? Stream.empty()
        : pod.getStatus().getContainerStatuses().stream()
            .map(ContainerStatus::getState)
            .filter(Objects::nonNull);
  }

  private static Optional<JobCondition> condition(Job job, String type) {
    return job.getStatus() == null
        ? Optional.empty()
        : job.getStatus().getConditions().stream()
            .filter(condition -> type.equals(condition.getType()))
            .filter(condition -> "True".equals(condition.getStatus()))
            .findFirst();
  }

  private static JobVerdict ended(@Nullable String reason, @Nullable String message) {
    return new JobVerdict(reason == null ? "Failed" : reason, text(message), true);
  }

  private static String text(@Nullable String message) {
    return message == null ? "" : message;
  }
}
