package io.daybreak.uploads.upload;

import java.util.UUID;

/** An upload in hand, kept by renewing its lease. */
final class HeldUpload implements AutoCloseable {

  /** The upload is another's now, or may soon be; nothing more is done about it here. */
  static final class LostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LostException(UUID id) {
      super("Upload " + id + " is no longer this worker's");
    }
  }

  private final Upload upload;
  private final String worker;
  private final long leaseNanos;
  private final Runnable release;
  private volatile long endsAt;
  private volatile boolean lost;

  /**
   * @param claimedAt {@link System#nanoTime()} before the claim
   * @param release stops the renewals
   */
  HeldUpload(Upload upload, String worker, long leaseNanos, long claimedAt, Runnable release) {
    this.upload = upload;
    this.worker = worker;
    this.leaseNanos = leaseNanos;
    this.endsAt = claimedAt + leaseNanos;
    this.release = release;
  }

  /** The upload as it was when it was claimed. */
  Upload upload() {
    return upload;
  }

  UUID id() {
    return upload.id();
  }

  String worker() {
    return worker;
  }

  /**
   * @throws LostException if the lease is gone, by our own clock already
   */
  void check() {
    if (lost || System.nanoTime() - endsAt > 0) {
      throw new LostException(id());
    }
  }

  /** Throws what says that a step found the upload in other hands. */
  void require(boolean stillOurs) {
    if (!stillOurs) {
      lost = true;
      throw new LostException(id());
    }
  }

  void renewed(long askedAt, boolean held) {
    if (held) {
      endsAt = askedAt + leaseNanos;
    } else {
      lost = true;
    }
  }

  @Override
  public void close() {
    release.run();
  }
}
