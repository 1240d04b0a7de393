package io.daybreak.simulators.kernel;

import java.time.Instant;

/**
 * The moment a request's head reached the simulator, taken before anything else is done with it.
 *
 * @param nanos {@link System#nanoTime()}: what windows and rates are measured with
 * @param at wall clock, for people
 */
public record Arrival(long nanos, Instant at) {

  static Arrival now() {
    return new Arrival(System.nanoTime(), Instant.now());
  }
}
