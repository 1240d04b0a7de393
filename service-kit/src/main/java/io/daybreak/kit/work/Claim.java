package io.daybreak.kit.work;

import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work that is this process's until the claim is closed, lost or expired; renewed every
 * third of its duration meanwhile. It knows by the process's own clock when it expires, so that a
 * process which was paused, or cannot reach the database, stops before another one could act.
 *
 * <p>{@link #check} comes right before every call to the outside that changes something, after
 * whatever had to be waited for; statements name the {@link #token}. Thread-safe.
 *
 * @param <T> what the work is about
 */
public final class Claim<T> implements AutoCloseable {

  private final ClaimTable table;
  private final Object key;
  private final long token;
  private final String by;
  private final T work;
  private final Claims claims;
  private final long nanos;
  private volatile long expiresAt;
  private volatile @Nullable String lost;
  private volatile @Nullable Future<?> renewals;

  Claim(
      ClaimTable table,
      Object key,
      long token,
      String by,
      T work,
      Claims claims,
      Duration duration,
      long claimedAt) {
    this.table = table;
    this.key = key;
    this.token = token;
    this.by = by;
    this.work = work;
    this.claims = claims;
    this.nanos = duration.toNanos();
    this.expiresAt = claimedAt + nanos;
  }

  /** What was claimed, as it was then. */
  public T work() {
    return work;
  }

  /** The key of the claimed row. */
  public Object key() {
    return key;
  }

  /** Who claimed it: process, host, and a part that is this claim's alone. */
  public String by() {
    return by;
  }

  /** The fencing token: of two claims of a row, the later one's is greater. */
  public long token() {
    return token;
  }

  /** Whether the work is still this process's, as far as it can know. */
  public boolean held() {
    if (lost == null && claims.nanos() - expiresAt >= 0) {
      lose("the claim expired");
    }
    return lost == null;
  }

  /**
   * Cheap; asks no database.
   *
   * @throws ClaimLostException if the work is no longer this process's, or may not be any more
   */
  public void check() {
    if (!held()) {
      throw new ClaimLostException(this + " is lost: " + lost);
    }
  }

  /**
   * Takes in what a conditional statement found.
   *
   * @throws ClaimLostException if the row was not this claim's any more
   */
  public void require(boolean stillHeld) {
    if (!stillHeld) {
      lose("it was ended, or claimed by another");
    }
    check();
  }

  /** Makes every later {@link #check} fail; the first reason stays. */
  public void lose(String reason) {
    if (lost == null) {
      lost = reason;
    }
  }

  /** Gives the work back, so that the next one need not wait until the claim expires. */
  public void release() {
    close();
    claims.release(this);
  }

  /** Ends the renewals: what no statement has ended or released expires by itself. */
  @Override
  public void close() {
    Future<?> running = renewals;
    if (running != null) {
      running.cancel(false);
    }
    lose("it was closed");
  }

  @Override
  public String toString() {
    return "%s %s (claim %d of %s)".formatted(table.name(), key, token, by);
  }

  ClaimTable table() {
    return table;
  }

  void renewedBy(Future<?> task) {
    renewals = task;
  }

  double seconds() {
    return nanos / 1e9;
  }

  /**
   * @param asked when the renewal was asked for
   */
  void renewed(long asked, boolean stillHeld) {
    if (stillHeld) {
      expiresAt = asked + nanos;
    } else {
      lose("it was ended, or claimed by another");
    }
  }
}
