package io.daybreak.simulators.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds a port of the loopback address to listen on. No port is given twice by one process, because
 * stacks that start side by side, as in tests, take some time to listen on theirs.
 */
public final class Ports {

  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private Ports() {}

  /** The preferred port, or a free one where it is taken; others would not know that one. */
  public static int preferably(int preferred) {
    if (Host.isShared()) {
      return preferred;
    }
    return GIVEN.add(preferred) && isFree(preferred) ? preferred : free();
  }

  /** Any free port. */
  public static int free() {
    int port = anyFree();
    return GIVEN.add(port) ? port : free();
  }

  private static int anyFree() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No free port", e);
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // A port in TIME_WAIT is free for a server.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
