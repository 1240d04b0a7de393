package io.daybreak.uploads.slack;

import org.jspecify.annotations.Nullable;

/** Slack refused, failed, or no longer has the file. */
public class SlackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What kind of no it is. */
  public enum Kind {
    /** The token is not good, or not for this. */
    CREDENTIALS,
    FILE_GONE,
    /** Slack said no for another reason: there is no effect. */
    REFUSED,
    /** Slack failed or did not answer: there may be an effect. */
    UNAVAILABLE
  }

  private final Kind kind;

  SlackException(Kind kind, String what) {
    this(kind, what, null);
  }

  SlackException(Kind kind, String what, @Nullable Throwable cause) {
    super(what, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** The exception for an answer with {@code "ok": false}. */
  static SlackException ofError(String error) {
    Kind kind =
        switch (error) {
          case "file_not_found", "file_deleted" -> Kind.FILE_GONE;
          case "invalid_auth",
              "not_authed",
              "account_inactive",
              "token_revoked",
              "token_expired",
              "no_permission",
              "missing_scope",
              "access_denied",
              "not_allowed_token_type",
              "org_login_required",
              "ekm_access_denied" ->
              Kind.CREDENTIALS;
          case "internal_error", "fatal_error", "service_unavailable", "request_timeout" ->
              Kind.UNAVAILABLE;
          default -> Kind.REFUSED;
        };
    // Slack's errors are words; anything else is not repeated.
    return new SlackException(kind, error.matches("[a-z_]{1,60}") ? error : "no known reason");
  }
}
