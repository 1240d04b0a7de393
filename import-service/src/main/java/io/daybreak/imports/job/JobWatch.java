package io.daybreak.imports.job;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Lists and watches the Jobs of runs and their pods, by label, and tells the reconciler which ones
 * have changed. A watch that breaks is opened again; that repeats no work, it only looks again.
 */
@ApplicationScoped
class JobWatch {

  private static final long NO_RESYNC = 0;

  private final KubernetesClient client;
  private final JobReconciler reconciler;
  private final JobsConfig config;
  private final List<SharedIndexInformer<?>> informers = new ArrayList<>();

  JobWatch(KubernetesClient client, JobReconciler reconciler, JobsConfig config) {
    this.client = client;
    this.reconciler = reconciler;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    if (reconciler.active()) {
      String namespace = config.namespace().orElseGet(client::getNamespace);
      watch(
          client
              .batch()
              .v1()
              .jobs()
              .inNamespace(namespace)
              .withLabels(JobManifest.LABELS)
              .runnableInformer(NO_RESYNC),
          Job.class);
      watch(
          client
              .pods()
              .inNamespace(namespace)
              .withLabels(JobManifest.LABELS)
              .runnableInformer(NO_RESYNC),
          Pod.class);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    informers.forEach(SharedIndexInformer::stop);
  }

  private <T extends HasMetadata> void watch(SharedIndexInformer<T> informer, Class<T> type) {
    informers.add(informer);
    informer.addEventHandler(new Hints<T>()).exceptionHandler((started, failure) -> true).start();
  }

  private class Hints<T extends HasMetadata> implements ResourceEventHandler<T> {

    @Override
    public void onAdd(T found) {
      hint(found);
    }

    @Override
    public void onUpdate(T before, T now) {
      hint(now);
    }

    @Override
    public void onDelete(T gone, boolean lastStateUnknown) {
      hint(gone);
    }

    /** A Job and its pod carry the run's id alike. */
    private void hint(T changed) {
      Optional.ofNullable(changed.getMetadata().getLabels().get(JobManifest.RUN_ID))
          .map(UUID::fromString)
          .map(JobName::new)
          .ifPresent(reconciler::ask);
    }
  }
}
