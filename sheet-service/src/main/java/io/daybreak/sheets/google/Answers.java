package io.daybreak.sheets.google;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what an unsuccessful call means. */
@ApplicationScoped
class Answers {

  /**
   * Error reasons of a 403 that no sharing cures.
   *
   * @see <a
   *     href="https://github.com/googleapis/googleapis/blob/master/google/api/error_reason.proto">ErrorReason</a>
   */
  private static final List<String> PROJECT_REASONS =
      List.of(
          "SERVICE_DISABLED",
          "BILLING_DISABLED",
          "CONSUMER_SUSPENDED",
          "CONSUMER_INVALID",
          "ACCESS_TOKEN_SCOPE_INSUFFICIENT");

  /** Google's status for what an Excel file does not allow. */
  private static final String NOT_NATIVE = "FAILED_PRECONDITION";

  private static final int SHOWN_MESSAGE_LENGTH = 200;

  private final GoogleSettings settings;
  private final ServiceAccount account;

  Answers(GoogleSettings settings, ServiceAccount account) {
    this.settings = settings;
    this.account = account;
  }

  GoogleFailure meaningOf(IOException e) {
    if (e instanceof HttpResponseException response) {
      return byStatus(response);
    }
    if (e instanceof NotSentException) {
      return new GoogleFailure.Unavailable("no connection could be made", false, false);
    }
    if (e instanceof SocketTimeoutException || e instanceof InterruptedIOException) {
      return new GoogleFailure.TimedOut(settings.readTimeout());
    }
    return new GoogleFailure.Unavailable(
        "the connection broke before the answer came", true, false);
  }

  private GoogleFailure byStatus(HttpResponseException response) {
    int status = response.getStatusCode();
    if (status >= 500) {
      return new GoogleFailure.Unavailable("HTTP " + status, true, true);
    }
    GoogleJsonError error =
        response instanceof GoogleJsonResponseException json ? json.getDetails() : null;
    return switch (status) {
      case 401 -> new GoogleFailure.CredentialsRefused(account.email());
      case 403 ->
          isAboutTheProject(error)
              ? new GoogleFailure.CredentialsRefused(account.email())
              : new GoogleFailure.NotShared(account.email());
      case 404 -> new GoogleFailure.NotFound();
      case 429 -> new GoogleFailure.RateLimited();
      default ->
          status == 400 && NOT_NATIVE.equals(statusName(error))
              ? new GoogleFailure.NotNative()
              : new GoogleFailure.Refused(status, statusName(error), message(error));
    };
  }

  private static boolean isAboutTheProject(@Nullable GoogleJsonError error) {
    return error != null
        && error.getDetails() != null
        && error.getDetails().stream()
            .anyMatch(detail -> PROJECT_REASONS.contains(detail.getReason()));
  }

  private static String statusName(@Nullable GoogleJsonError error) {
    return error != null && error.get("status") instanceof String name ? name : "no status";
  }

  private static String message(@Nullable GoogleJsonError error) {
    if (error == null || error.getMessage() == null) {
      return "no message";
    }
    String message = error.getMessage();
    return message.length() <= SHOWN_MESSAGE_LENGTH
        ? message
        : message.substring(0, SHOWN_MESSAGE_LENGTH) + "…";
  }
}
