package io.daybreak.simulators.slack;

/** What the app may do; Slack shows what it may not in different ways. */
public enum Access {
  FULL,
  /** The token is revoked: everything is refused. */
  REVOKED,
  /** Without the scope for files: a download becomes a page of HTML with status 200. */
  NO_FILES_HTML,
  /** The same as a redirect to the login page. */
  NO_FILES_REDIRECT
}
