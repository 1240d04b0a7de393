package io.daybreak.sheets.cells;

import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.daybreak.sheets.failure.Failure;
import io.daybreak.sheets.google.GoogleFailure;
import io.quarkiverse.resteasy.problem.HttpProblem;

/** Google's refusals as problem responses. */
final class SheetProblems {

  private static final ProblemType NOT_SHARED =
      new ProblemType("spreadsheet-not-shared", 409, "Spreadsheet not shared");
  private static final ProblemType NOT_FOUND =
      new ProblemType("spreadsheet-not-found", 404, "Spreadsheet not found");
  private static final ProblemType QUOTA_USED_UP =
      new ProblemType("google-quota-used-up", 503, "Google's quota is used up");
  private static final ProblemType UNAVAILABLE =
      new ProblemType("google-unavailable", 502, "Google is unavailable");

  private SheetProblems() {}

  /** Imports use up the quota, or Google is slow. */
  static HttpProblem busy() {
    return Problems.of(QUOTA_USED_UP, "Google could not be asked in time. Try again in a minute.");
  }

  static HttpProblem of(Failure failure) {
    ProblemType type =
        switch (failure.code()) {
          case SHEET_NOT_SHARED -> NOT_SHARED;
          case SHEET_NOT_FOUND -> NOT_FOUND;
          case SHEET_RATE_LIMITED -> QUOTA_USED_UP;
          default -> UNAVAILABLE;
        };
    HttpProblem.Builder problem = Problems.with(type, failure.reason());
    return failure instanceof GoogleFailure.NotShared notShared
        ? problem.with("account", notShared.account()).build()
        : problem.build();
  }
}
