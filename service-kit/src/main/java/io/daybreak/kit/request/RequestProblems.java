package io.daybreak.kit.request;

import io.daybreak.kit.problem.CommonProblems;
import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;

/** What is wrong with a request before any feature looks at it. */
final class RequestProblems {

  private static final ProblemType PARAMETER =
      new ProblemType("parameter-invalid", 400, "A parameter of the address is not as documented");
  private static final ProblemType UNKNOWN_PARAMETER =
      new ProblemType("parameter-unknown", 400, "A parameter of the address does not exist here");
  private static final ProblemType REPEATED_PARAMETER =
      new ProblemType("parameter-repeated", 400, "A parameter of the address is given twice");

  private RequestProblems() {}

  /**
   * @param parameter its name, empty where it is not known
   * @param allowed the forms that are right
   */
  static HttpProblem parameter(String parameter, List<String> allowed) {
    return Problems.with(PARAMETER, "Give it in one of the forms under \"allowed\".")
        .with("parameter", parameter)
        .with("allowed", allowed)
        .build();
  }

  static HttpProblem unknownParameter(List<String> allowed) {
    return Problems.with(
            UNKNOWN_PARAMETER, "Use only the parameters under \"allowed\"; nothing was done.")
        .with("allowed", allowed)
        .build();
  }

  static HttpProblem repeatedParameter(String parameter) {
    return Problems.with(REPEATED_PARAMETER, "Give it once; nothing was done.")
        .with("parameter", parameter)
        .build();
  }

  static HttpProblem bodyType() {
    return Problems.of(
        CommonProblems.UNSUPPORTED_MEDIA_TYPE,
        "Send the body as the API describes it, and name its type in Content-Type.");
  }

  static HttpProblem controlCharacter() {
    return Problems.of(
        CommonProblems.CONTROL_CHARACTER,
        "Remove the invisible control characters, such as NUL, and repeat.");
  }
}
