package io.daybreak.kit.time;

/** How much time passes in this process; it goes on while the process is stopped. */
public interface NanoClock {

  /** As {@link System#nanoTime}: only differences mean something. */
  long nanos();
}
