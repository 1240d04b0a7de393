package io.daybreak.imports.naver;

import io.daybreak.contracts.run.FailureCode;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can go wrong with NAVER, and the one place that says how people are told. */
public sealed interface NaverFailure {

  FailureCode code();

  /** One sentence that names the numbers and says what to do; no secrets and no values of NAVER. */
  String reason();

  /**
   * The key or its signature is refused.
   *
   * @param type NAVER's type of the problem, its last part
   */
  record KeyRefused(@Nullable String type) implements NaverFailure {
    @Override
    public FailureCode code() {
      return FailureCode.NAVER_KEY_REFUSED;
    }

    @Override
    public String reason() {
      if ("invalid-signature".equals(type)) {
        return "NAVER refuses the API key's secret (invalid-signature): it was renewed at NAVER; enter the new secret here, then start an update.";
      }
      if ("invalid-apikey".equals(type)) {
        return "NAVER does not know the API key's licence (invalid-apikey); it was deleted there, or mistyped. Register the current one.";
      }
      return "NAVER refuses the API key (%s); check that its licence and secret are the current ones."
          .formatted(type == null ? "no reason given" : type);
    }
  }

  /** The key is good, but not for this ad account. */
  record NoPermission(String customerId) implements NaverFailure {
    @Override
    public FailureCode code() {
      return FailureCode.NAVER_NO_PERMISSION;
    }

    @Override
    public String reason() {
      return "The API key may not read ad account %s; let the account's owner grant access to it."
          .formatted(customerId);
    }
  }

  /** Something that was named in the call does not exist, or not any more (404). */
  record NotFound(NaverCall call, @Nullable Integer errorCode) implements NaverFailure {
    @Override
    public FailureCode code() {
      return FailureCode.NAVER_REFUSED;
    }

    @Override
    public String reason() {
      return "NAVER does not have what the call '%s' asked for (status 404, code %s)."
          .formatted(call.label(), errorCode == null ? "none" : errorCode);
    }
  }

  /** The account has as many report jobs as NAVER allows, and none of them is ours to delete. */
  record TooManyJobs(String customerId, int jobs) implements NaverFailure {
    @Override
    public FailureCode code() {
      return FailureCode.NAVER_REFUSED;
    }

    @Override
    public String reason() {
      return "Ad account %s has %d report jobs at NAVER, which allows 100; another tool has made them. Delete old reports there, then start an update."
          .formatted(customerId, jobs);
    }
  }

  /** No slot, or 429 on every one. */
  record RateLimited(NaverCall call) implements NaverFailure {
    @Override
    public FailureCode code() {
      return FailureCode.NAVER_RATE_LIMITED;
    }

    @Override
    public String reason() {
      return "NAVER's rate limit left no room for the call '%s'; start the run again later."
          .formatted(call.label());
    }
  }

  record TimedOut(NaverCall call) implements NaverFailure {
    @Override
    public FailureCode code() {
      return FailureCode.NAVER_TIMEOUT;
    }

    @Override
    public String reason() {
      return "NAVER did not answer the call '%s' in time; start the run again later."
          .formatted(call.label());
    }
  }

  /** 5xx. */
  record ServerError(NaverCall call, int status) implements NaverFailure {
    @Override
    public FailureCode code() {
      return FailureCode.NAVER_UNAVAILABLE;
    }

    @Override
    public String reason() {
      return "NAVER answered the call '%s' with status %d; start the run again later."
          .formatted(call.label(), status);
    }
  }

  /**
   * @param what what happened, as a clause
   */
  record Unavailable(NaverCall call, String what) implements NaverFailure {
    @Override
    public FailureCode code() {
      return FailureCode.NAVER_UNAVAILABLE;
    }

    @Override
    public String reason() {
      return "NAVER failed at the call '%s': %s; start the run again later."
          .formatted(call.label(), what);
    }
  }

  /**
   * @param status HTTP status, 4xx
   * @param errorCode NAVER's number of the error, if it gave one
   */
  record Refused(NaverCall call, int status, @Nullable Integer errorCode) implements NaverFailure {
    @Override
    public FailureCode code() {
      return FailureCode.NAVER_REFUSED;
    }

    @Override
    public String reason() {
      return "NAVER refused the call '%s' with status %d and code %s."
          .formatted(call.label(), status, errorCode == null ? "none" : errorCode);
    }
  }

  record DayNotReady(LocalDate day) implements NaverFailure {
    @Override
    public FailureCode code() {
      return FailureCode.NAVER_DAY_NOT_READY;
    }

    @Override
    public String reason() {
      return "NAVER has not finished the statistics of %s; start the run again later today."
          .formatted(day);
    }
  }

  /** NAVER keeps reports for some months only. */
  record DayNotKept(LocalDate day) implements NaverFailure {
    @Override
    public FailureCode code() {
      return FailureCode.NAVER_REFUSED;
    }

    @Override
    public String reason() {
      return "NAVER no longer keeps the statistics of %s; choose a later first day.".formatted(day);
    }
  }

  record ReportFailed(String report, LocalDate day) implements NaverFailure {
    @Override
    public FailureCode code() {
      return FailureCode.NAVER_REPORT_FAILED;
    }

    @Override
    public String reason() {
      return "NAVER could not build the report %s of %s; start the run again later."
          .formatted(report, day);
    }
  }

  record ReportLate(String report, LocalDate day, Duration waited) implements NaverFailure {
    @Override
    public FailureCode code() {
      return FailureCode.NAVER_REPORT_FAILED;
    }

    @Override
    public String reason() {
      return "NAVER did not finish the report %s of %s within %d minutes; start the run again later."
          .formatted(report, day, waited.toMinutes());
    }
  }

  record ReportGone(String report, LocalDate day) implements NaverFailure {
    @Override
    public FailureCode code() {
      return FailureCode.NAVER_REPORT_GONE;
    }

    @Override
    public String reason() {
      return "NAVER no longer has the report %s of %s that it was asked for; start the run again."
          .formatted(report, day);
    }
  }

  /**
   * @param line line of the report, from 1
   * @param problem what is wrong with it, without its values
   */
  record ReportMalformed(String report, LocalDate day, long line, String problem)
      implements NaverFailure {
    @Override
    public FailureCode code() {
      return FailureCode.NAVER_REPORT_MALFORMED;
    }

    @Override
    public String reason() {
      return "The report %s of %s is not as NAVER documents it: line %d %s."
          .formatted(report, day, line, problem);
    }
  }
}
