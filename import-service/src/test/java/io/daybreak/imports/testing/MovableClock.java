package io.daybreak.imports.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A clock that stands where a test puts it, at first at the real time. */
@Alternative
@Priority(1)
@ApplicationScoped
public class MovableClock extends Clock {

  private volatile @Nullable Instant now = Instant.now();

  /** From now on it is as late as it really is, and time passes. */
  public void followTime() {
    now = null;
  }

  /** Moves to a moment in Seoul. */
  public void moveTo(LocalDate date, LocalTime time) {
    now = date.atTime(time).atZone(ZoneId.of("Asia/Seoul")).toInstant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }

  @Override
  public Instant instant() {
    Instant moved = now;
    return moved == null ? Instant.now() : moved;
  }
}
