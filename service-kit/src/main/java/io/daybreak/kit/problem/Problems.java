package io.daybreak.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Makes the exceptions that end a request with a problem response. */
public final class Problems {

  private Problems() {}

  /**
   * A problem to throw.
   *
   * @param detail one sentence that says what to do; never a value the client sent
   */
  public static HttpProblem of(ProblemType type, String detail) {
    return with(type, detail).build();
  }

  /** The same, open for extension members and headers. */
  public static HttpProblem.Builder with(ProblemType type, String detail) {
    return HttpProblem.builder()
        .withType(type.uri())
        .withStatus(type.status())
        .withTitle(type.title())
        .withDetail(detail);
  }
}
