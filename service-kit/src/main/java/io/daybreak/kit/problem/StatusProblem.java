package io.daybreak.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** What to say where nothing but the HTTP status is known. */
record StatusProblem(ProblemType type, String detail) {

  /** 401 with the challenge that it has to carry (RFC 6750, section 3). */
  static HttpProblem unauthenticated() {
    StatusProblem status = of(401);
    return Problems.with(status.type(), status.detail())
        .withHeader("WWW-Authenticate", "Bearer")
        .build();
  }

  static StatusProblem of(int status) {
    return switch (status) {
      case 401 ->
          new StatusProblem(
              CommonProblems.UNAUTHENTICATED,
              "Send a valid bearer token in the Authorization header.");
      case 403 ->
          new StatusProblem(
              CommonProblems.FORBIDDEN, "Ask an operator for the role that this needs.");
      case 404 ->
          new StatusProblem(
              CommonProblems.NOT_FOUND, "Check the path and the ids in it, and whose they are.");
      case 405 ->
          new StatusProblem(
              CommonProblems.METHOD_NOT_ALLOWED, "Use a method that the Allow header names.");
      case 406 ->
          new StatusProblem(
              CommonProblems.NOT_ACCEPTABLE, "Accept application/json or what the API describes.");
      case 409 ->
          new StatusProblem(CommonProblems.CONFLICT, "Read the current state and decide by it.");
      case 413 -> new StatusProblem(CommonProblems.BODY_TOO_LARGE, "Send it in smaller pieces.");
      case 415 ->
          new StatusProblem(
              CommonProblems.UNSUPPORTED_MEDIA_TYPE,
              "Send the body as the API describes it, and name its type in Content-Type.");
      case 429 -> new StatusProblem(CommonProblems.TOO_MANY_REQUESTS, "Ask again later.");
      case 503 -> new StatusProblem(CommonProblems.UNAVAILABLE, "Ask again in a minute.");
      default ->
          status < 500
              ? new StatusProblem(
                  new ProblemType(
                      CommonProblems.BAD_REQUEST.name(),
                      status,
                      CommonProblems.BAD_REQUEST.title()),
                  "Compare the request with the API's description.")
              : new StatusProblem(
                  new ProblemType(
                      CommonProblems.INTERNAL_ERROR.name(),
                      status,
                      CommonProblems.INTERNAL_ERROR.title()),
                  "Ask an operator, and quote \"instance\"; the log has the details under it.");
    };
  }
}
