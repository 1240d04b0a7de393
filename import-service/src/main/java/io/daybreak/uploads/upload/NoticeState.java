package io.daybreak.uploads.upload;

/** How far the message about an upload is. */
public enum NoticeState {
  /** The upload has not ended. */
  NONE,
  WAITING,
  /** Slack is asked to take it. Written before the call, which is made once. */
  SENDING,
  SENT,
  /** Slack did not say whether it took it; it is not sent again. */
  UNCLEAR,
  /** Slack said no, and why is with the upload. */
  REFUSED
}
