package io.daybreak.kit.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers who sends no token. The extension's own mapper is compiled against another Quarkus and
 * ends in an error (500).
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class UnauthorizedMapper extends ExceptionMapperBase<UnauthorizedException> {

  @Override
  protected HttpProblem toProblem(UnauthorizedException exception) {
    return StatusProblem.unauthenticated();
  }
}
