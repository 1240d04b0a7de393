package io.daybreak.kit.access;

import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The service that this process is one instance of. What every service has of its own, such as its
 * dead letters, carries the service's name in its path, so that one host can serve them all.
 */
@ApplicationScoped
public class OwnService {

  private static final ProblemType ELSEWHERE =
      new ProblemType("service-not-found", 404, "Another service, or none, has this name");

  private final String name;

  OwnService(@ConfigProperty(name = "quarkus.application.name") String name) {
    this.name = name;
  }

  /** The service's name, such as {@code order-service}. */
  public String name() {
    return name;
  }

  /** Throws a problem (404) unless the name in a path is this service's. */
  public void require(String named) {
    if (!name.equals(named)) {
      throw elsewhere();
    }
  }

  /** The problem (404) for what another service does. */
  HttpProblem elsewhere() {
    return Problems.of(ELSEWHERE, "This is " + name + "; ask the service you mean.");
  }
}
