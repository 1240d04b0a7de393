package io.daybreak.simulators.slack;

/** What the app may do; Slack shows what it may not in different ways. */
public enum Access {
  FULL,
  /** The token is revoked: everything is refused. */
  REVOKED,
  /** Without the scope for files: a download becomes a page of HTML with status 200. */
  NO_FILES_HTML,
  /** The same as a redirect to the login page. */
  NO_FILES_REDIRECT,
  /** Everything, but a file's content and place are known only at the third look at it. */
  FILES_READY_LATE,
  /** Everything, but a file of the app's own is accepted and never shown in the channel. */
  ACCEPTS_AND_SHARES_NOT
}
