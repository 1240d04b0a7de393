package io.daybreak.kit.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers who sends a token that does not count. The extension's own mapper is compiled against
 * another Quarkus and ends in an error (500).
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class AuthenticationFailedMapper extends ExceptionMapperBase<AuthenticationFailedException> {

  @Override
  protected HttpProblem toProblem(AuthenticationFailedException exception) {
    return StatusProblem.unauthenticated();
  }
}
