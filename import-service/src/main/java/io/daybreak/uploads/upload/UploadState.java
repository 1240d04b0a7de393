package io.daybreak.uploads.upload;

/** How far an upload is. It only moves forward. */
public enum UploadState {
  /** Recorded; nobody has claimed it. */
  RECEIVED,
  /** A worker asks for the file and its table. */
  CLAIMED,
  /** The cleaned file is being written; the target is this upload's alone. */
  STORING,
  /** The object is where it should be. */
  STORED,
  /** Glue is asked to start the job. Written before the call, which is made once. */
  STARTING,
  /** Glue did not say whether it started the job; its runs are looked at. */
  UNCLEAR,
  /** The job was started. */
  PASSED,
  /** Something is wrong with the file. */
  REJECTED,
  /** Something else is wrong. */
  FAILED;

  public boolean ended() {
    return this == PASSED || this == REJECTED || this == FAILED;
  }
}
