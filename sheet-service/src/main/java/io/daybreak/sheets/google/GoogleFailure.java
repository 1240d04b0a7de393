package io.daybreak.sheets.google;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.sheets.failure.Failure;
import java.time.Duration;

/**
 * How a call to Google can fail. Decided by HTTP status, error status and error reason; Google's
 * message is shown to people and decides nothing.
 */
public sealed interface GoogleFailure extends Failure {

  /** Whether Google may have carried the call out all the same. */
  default boolean outcomeUnknown() {
    return false;
  }

  /** Whether Google may still be about to carry it out: it has neither answered nor given up. */
  default boolean mayStillHappen() {
    return false;
  }

  /**
   * HTTP 403.
   *
   * @param account e-mail of the service account
   */
  record NotShared(String account) implements GoogleFailure {
    @Override
    public FailureCode code() {
      return FailureCode.SHEET_NOT_SHARED;
    }

    @Override
    public String reason() {
      return "The spreadsheet is not shared with %s. Share it with this address as an editor, then start the import again."
          .formatted(account);
    }
  }

  /** HTTP 404. */
  record NotFound() implements GoogleFailure {
    @Override
    public FailureCode code() {
      return FailureCode.SHEET_NOT_FOUND;
    }

    @Override
    public String reason() {
      return "No spreadsheet has this id; it may have been deleted. Choose another spreadsheet.";
    }
  }

  /** HTTP 429: the call was not carried out. */
  record RateLimited() implements GoogleFailure {
    @Override
    public FailureCode code() {
      return FailureCode.SHEET_RATE_LIMITED;
    }

    @Override
    public String reason() {
      return "Google's quota of calls a minute was used up for longer than a call may wait. Start"
          + " the import again later.";
    }
  }

  /**
   * HTTP 400 with the status FAILED_PRECONDITION, which Google answers for an Excel file that is
   * only opened in Sheets.
   */
  record NotNative() implements GoogleFailure {
    @Override
    public FailureCode code() {
      return FailureCode.SHEET_NOT_NATIVE;
    }

    @Override
    public String reason() {
      return "The file is an Excel file that is only opened in Google Sheets, and Google lets"
          + " nobody write it. Choose File > Save as Google Sheets, and create an import for"
          + " the new spreadsheet.";
    }
  }

  /**
   * Any other 4xx: the call was not carried out.
   *
   * @param httpStatus for example 400
   * @param status Google's name for it, for example INVALID_ARGUMENT
   * @param message Google's words, shortened; only to be shown
   */
  record Refused(int httpStatus, String status, String message) implements GoogleFailure {
    @Override
    public FailureCode code() {
      return FailureCode.SHEET_REFUSED;
    }

    @Override
    public String reason() {
      return "Google refused a request with HTTP %d (%s): %s. Start an update; if it fails again, tell an operator."
          .formatted(httpStatus, status, message);
    }
  }

  /** Google, or its token endpoint, does not accept the service account. */
  record CredentialsRefused(String account) implements GoogleFailure {
    @Override
    public FailureCode code() {
      return FailureCode.SHEET_REFUSED;
    }

    @Override
    public String reason() {
      return "Google does not accept the credentials of %s. An operator has to check the service account's key and that the Google Sheets API is enabled in its project."
          .formatted(account);
    }
  }

  /** No complete answer within the read timeout. */
  record TimedOut(Duration after) implements GoogleFailure {
    @Override
    public boolean outcomeUnknown() {
      return true;
    }

    @Override
    public FailureCode code() {
      return FailureCode.SHEET_TIMEOUT;
    }

    @Override
    public String reason() {
      return "Google did not answer within %d seconds, and nothing is sent twice. Start the import again later."
          .formatted(after.toSeconds());
    }
  }

  /**
   * HTTP 5xx, or no answer at all.
   *
   * @param what what happened, without a full stop
   * @param sent whether the request had left, so that it may have been carried out
   * @param answered whether Google said that it failed
   */
  record Unavailable(String what, boolean sent, boolean answered) implements GoogleFailure {
    @Override
    public boolean mayStillHappen() {
      return sent && !answered;
    }

    @Override
    public boolean outcomeUnknown() {
      return sent;
    }

    @Override
    public FailureCode code() {
      return FailureCode.SHEET_UNAVAILABLE;
    }

    @Override
    public String reason() {
      return "Google could not be reached or failed: %s. Nothing is sent twice; start the import again later."
          .formatted(what);
    }
  }
}
