package io.daybreak.imports.rawdata;

import io.daybreak.kit.problem.ProblemType;

/** What can be wrong with a request about raw-data sets. */
final class RawDataProblems {

  static final ProblemType ACCOUNT_UNKNOWN =
      new ProblemType("ad-account-unknown", 422, "The API key has no such ad account");

  static final ProblemType SPREADSHEET_INVALID =
      new ProblemType("spreadsheet-invalid", 422, "Not a Google spreadsheet");

  static final ProblemType EXISTS =
      new ProblemType("raw-data-exists", 409, "The tab belongs to another raw-data set");

  static final ProblemType RUN_IS_LIVE =
      new ProblemType("run-is-live", 409, "An import of this set is under way");

  static final ProblemType NO_LIVE_RUN =
      new ProblemType("no-live-run", 409, "No import of this set is under way");

  static final ProblemType KEY_REUSED =
      new ProblemType(
          "idempotency-key-reused", 422, "The Idempotency-Key was used for another request");

  static final ProblemType KEY_INVALID =
      new ProblemType("idempotency-key-invalid", 400, "The Idempotency-Key cannot be used");

  static final ProblemType UPDATE_DAYS_INVALID =
      new ProblemType("update-days-invalid", 400, "An update has no such choice of days");

  static final ProblemType KEY_MISSING_THERE =
      new ProblemType("hand-over-needs-key", 409, "The other organisation lacks the API key");

  private RawDataProblems() {}
}
