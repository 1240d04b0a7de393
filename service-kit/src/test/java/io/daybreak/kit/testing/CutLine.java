package io.daybreak.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line to a server on this machine that can be cut and mended: cut, it refuses connections and
 * those that stood are closed, as when the server goes away.
 */
public final class CutLine implements AutoCloseable {

  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final int target;
  private final int port;
  private volatile ServerSocket server;

  /** Opens a line to a port of this machine. */
  public CutLine(int target) {
    this.target = target;
    this.server = listen(0);
    this.port = server.getLocalPort();
    accept(server);
  }

  /** The port to connect to instead. */
  public int port() {
    return port;
  }

  public void cut() {
    close(server);
    sockets.forEach(CutLine::close);
    sockets.clear();
  }

  public void mend() {
    server = listen(port);
    accept(server);
  }

  @Override
  public void close() {
    cut();
  }

  private void accept(ServerSocket from) {
    daemon(
        () -> {
          while (!from.isClosed()) {
            try {
              connect(from.accept());
            } catch (IOException e) {
              close(from); // cut
            }
          }
        });
  }

  private void connect(Socket client) throws IOException {
    Socket onward = new Socket(InetAddress.getLoopbackAddress(), target);
    sockets.add(client);
    sockets.add(onward);
    daemon(() -> pump(client, onward));
    daemon(() -> pump(onward, client));
  }

  private void pump(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // cut, or one side has gone
    }
    close(from);
    close(to);
    sockets.remove(from);
    sockets.remove(to);
  }

  private static ServerSocket listen(int port) {
    try {
      ServerSocket server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "cut-line");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
