package io.daybreak.imports.job;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.Timeout;

/**
 * The Kubernetes API, as far as Jobs of runs need it. Every request is sent once: the client's own
 * repetitions are off in the configuration. Blocks.
 */
@ApplicationScoped
@Timeout(15_000)
@Bulkhead(8)
class JobsGateway {

  private static final String JOB_NAME = "batch.kubernetes.io/job-name";
  private static final int CONFLICT = 409;
  private static final int TOO_MANY_REQUESTS = 429;

  private final KubernetesClient client;
  private final JobsConfig config;

  JobsGateway(KubernetesClient client, JobsConfig config) {
    this.client = client;
    this.config = config;
  }

  /** Creates a Job; one that is there already, for the same run, is as good. */
  public Creation create(Job job) {
    try {
      client.batch().v1().jobs().inNamespace(namespace()).resource(job).create();
      return new Creation.Done();
    } catch (KubernetesClientException e) {
      return switch (e.getCode()) {
        case CONFLICT -> existing(job);
        case TOO_MANY_REQUESTS -> new Creation.Busy();
        default -> new Creation.Refused(why(e));
      };
    }
  }

  /**
   * The image of the pod in which this instance runs, so that a Job never has another version.
   *
   * @throws IllegalStateException if this instance runs in no pod
   */
  public String ownImage() {
    String name = config.pod().orElse("");
    Pod own = client.pods().inNamespace(namespace()).withName(name).get();
    if (own == null) {
      throw new IllegalStateException("There is no pod " + name + " to take the image from");
    }
    return own.getSpec().getContainers().get(0).getImage();
  }

  /** Nothing if there is no such Job. */
  public Optional<Job> find(JobName name) {
    return Optional.ofNullable(
        client.batch().v1().jobs().inNamespace(namespace()).withName(name.value()).get());
  }

  /** The pods of a Job, which know more than the Job why it failed. */
  public List<Pod> podsOf(JobName name) {
    return client
        .pods()
        .inNamespace(namespace())
        .withLabel(JOB_NAME, name.value())
        .list()
        .getItems();
  }

  /** Deletes a Job with its pods; one that is gone already is no fault. */
  public void delete(JobName name) {
    client
        .batch()
        .v1()
        .jobs()
        .inNamespace(namespace())
        .withName(name.value())
        .withPropagationPolicy(DeletionPropagation.BACKGROUND)
        .delete();
  }

  private Creation existing(Job wanted) {
    String name = wanted.getMetadata().getName();
    MixedOperation<Job, ?, ? extends Resource<Job>> jobs = client.batch().v1().jobs();
    Job found = jobs.inNamespace(namespace()).withName(name).get();
    boolean same =
        found != null
            && found.getMetadata().getLabels() != null
            && wanted
                .getMetadata()
                .getLabels()
                .get(JobManifest.RUN_ID)
                .equals(found.getMetadata().getLabels().get(JobManifest.RUN_ID));
    return same
        ? new Creation.Done()
        : new Creation.Refused(
            "Kubernetes has another Job of the name " + name + ". Start the run again.");
  }

  private String namespace() {
    return config.namespace().orElseGet(client::getNamespace);
  }

  private static String why(KubernetesClientException e) {
    if (e.getCode() <= 0) {
      return "Kubernetes gave no answer when the Job was to be created. Start the run again.";
    }
    Status status = e.getStatus();
    return "Kubernetes refused the Job: "
        + (status == null || status.getMessage() == null
            ? "HTTP " + e.getCode()
            : status.getReason() + ", " + status.getMessage());
  }
}
