package io.daybreak.imports.apikey;

import io.daybreak.kit.problem.ProblemType;

/** What can be wrong with a request about API keys. */
final class ApiKeyProblems {

  static final ProblemType NOT_FOUND = new ProblemType("api-key-not-found", 404, "No such API key");

  static final ProblemType SECRET_DIFFERS =
      new ProblemType("api-key-secret-differs", 409, "The licence is known with another secret");

  private ApiKeyProblems() {}
}
