package io.daybreak.imports.job;

import io.fabric8.kubernetes.client.Config;
import io.quarkus.kubernetes.client.KubernetesConfigCustomizer;
import jakarta.inject.Singleton;

/** Says where Kubernetes is, for a process that does not run in it. */
@Singleton
class ApiServerAddress implements KubernetesConfigCustomizer {

  private final JobsConfig config;

  ApiServerAddress(JobsConfig config) {
    this.config = config;
  }

  @Override
  public void customize(Config client) {
    config.apiServer().ifPresent(client::setMasterUrl);
  }
}
