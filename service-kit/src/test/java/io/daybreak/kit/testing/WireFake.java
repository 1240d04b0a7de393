package io.daybreak.kit.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP server that treats each request as told and counts what really comes over the wire, so
 * that a client that quietly sends again is caught. Connections are kept alive.
 */
public final class WireFake implements AutoCloseable {

  /** What happens to a request, once it has been read whole. */
  public sealed interface Behaviour {}

  /** It is answered. */
  public record Answer(int status, String contentType, String body) implements Behaviour {}

  /** It is never answered, and the connection stays open. */
  public record Silence() implements Behaviour {}

  /** Its connection is closed with a reset (TCP RST), without an answer. */
  public record Reset() implements Behaviour {}

  /** Its connection is closed in an orderly way, without an answer. */
  public record Close() implements Behaviour {}

  private final ServerSocket server;
  private final Queue<Behaviour> script = new ConcurrentLinkedQueue<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  /**
   * Starts on a free port of the loopback address.
   *
   * @param behaviours one for each request, in order; the last one goes for all that follow
   */
  public WireFake(Behaviour... behaviours) {
    script.addAll(List.of(behaviours));
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  /** Treats what comes from now on otherwise. */
  public void behave(Behaviour... behaviours) {
    script.clear();
    script.addAll(List.of(behaviours));
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** The request lines seen so far. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** How many connections were opened so far. */
  public int connections() {
    return connections.size();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = server.accept();
        connections.add(connection);
        start(() -> serve(connection));
      }
    } catch (SocketException e) {
      // closed: the test is over
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(Socket connection) {
    try {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      while (readRequest(in, connection)) {
        Behaviour behaviour = script.size() > 1 ? script.remove() : script.element();
        if (behaviour instanceof Answer answer) {
          write(connection, answer);
        } else if (behaviour instanceof Reset) {
          connection.setSoLinger(true, 0);
          connection.close();
        } else if (behaviour instanceof Close) {
          connection.close();
        }
      }
    } catch (IOException e) {
      // the client went away
    }
  }

  /** Reads a request with its body; returns false at the end of the connection. */
  private boolean readRequest(InputStream in, Socket connection) throws IOException {
    String requestLine = readLine(in);
    if (requestLine.isEmpty()) {
      return false;
    }
    int length = 0;
    for (String header = readLine(in); !header.isEmpty(); header = readLine(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring("content-length:".length()).trim());
      } else if (lower.equals("expect: 100-continue")) {
        connection.getOutputStream().write(ascii("HTTP/1.1 100 Continue\r\n\r\n"));
      }
    }
    in.readNBytes(length);
    requests.add(requestLine);
    return true;
  }

  private static String readLine(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static void write(Socket connection, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 %d Answer\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(answer.status(), answer.contentType(), body.length);
    connection.getOutputStream().write(ascii(head));
    connection.getOutputStream().write(body);
    connection.getOutputStream().flush();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "wire-fake");
    thread.setDaemon(true);
    thread.start();
  }
}
