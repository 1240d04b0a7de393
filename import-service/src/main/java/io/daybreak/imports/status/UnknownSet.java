package io.daybreak.imports.status;

import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** The answer for a set that does not exist, was deleted, or is somebody else's. */
public final class UnknownSet {

  private static final ProblemType TYPE =
      new ProblemType("raw-data-not-found", 404, "No such raw-data set");

  private UnknownSet() {}

  public static HttpProblem problem() {
    return Problems.of(TYPE, "No raw-data set of yours has this id.");
  }
}
