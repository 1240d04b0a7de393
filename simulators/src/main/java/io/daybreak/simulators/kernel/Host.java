package io.daybreak.simulators.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Where the parts of the stack listen, and by which name others reach them. On one machine that is
 * its loopback address. In a container {@code DAYBREAK_STACK_HOST} has the name that the stack's
 * Service has in the cluster; the stack then listens on every address.
 */
public final class Host {

  private static final String LOOPBACK = "127.0.0.1";
  private static final @Nullable String GIVEN = System.getenv("DAYBREAK_STACK_HOST");

  private Host() {}

  /** Whether other machines may use the stack. */
  public static boolean isShared() {
    return GIVEN != null;
  }

  /** The address to listen on. */
  public static String listen() {
    return isShared() ? "0.0.0.0" : LOOPBACK;
  }

  /** What stands in addresses of the stack's parts. */
  public static String name() {
    return GIVEN == null ? LOOPBACK : GIVEN;
  }
}
