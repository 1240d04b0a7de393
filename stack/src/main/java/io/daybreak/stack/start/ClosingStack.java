package io.daybreak.stack.start;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Closes what was started, the last first, and goes on where a part cannot be closed. */
final class ClosingStack implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(ClosingStack.class.getName());

  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  synchronized <T extends AutoCloseable> T add(T part) {
    started.push(part);
    return part;
  }

  /** The edge of the stack: one part that cannot be closed must not keep the others running. */
  @Override
  public synchronized void close() {
    while (!started.isEmpty()) {
      AutoCloseable part = started.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.log(Level.WARNING, "Could not stop " + part.getClass().getSimpleName(), e);
      }
    }
  }
}
