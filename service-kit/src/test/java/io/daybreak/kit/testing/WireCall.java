package io.daybreak.kit.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as bytes on a connection of its own: no client corrects, encodes or refuses anything of
 * it, as none of an attacker's would.
 *
 * @param target path and query as they are sent
 * @param headers in which each character is sent as one byte
 */
record WireCall(String method, String target, Map<String, String> headers, byte[] body) {

  /** Longer than any answer takes on a machine that is busy with other builds. */
  private static final int PATIENCE_MILLIS = 60_000;

  private static final int END = -1;

  /**
   * What came back.
   *
   * @param status 0 where the connection was closed without an answer
   * @param headers by their names in lower case
   */
  record Answer(int status, Map<String, String> headers, String body) {

    String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** Sends it to a port of this machine, and reads the answer; of a stream, its head. */
  Answer send(int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      write(socket.getOutputStream());
      return answer(new BufferedInputStream(socket.getInputStream()));
    }
  }

  /** Who refuses a request early does not read its rest; what they said counts all the same. */
  private void write(OutputStream out) {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    head.append("Host: localhost\r\nConnection: close\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    if (!method.equals("GET") || body.length > 0) {
      head.append("Content-Length: " + body.length + "\r\n");
    }
    try {
      out.write(head.append("\r\n").toString().getBytes(ISO_8859_1));
      out.write(body);
      out.flush();
    } catch (IOException refusedEarly) {
      // the answer says why
    }
  }

  private static Answer answer(InputStream in) throws IOException {
    String status = line(in);
    if (status.isEmpty()) {
      return new Answer(0, Map.of(), "");
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] field = line.split(":", 2);
      headers.put(field[0].toLowerCase(Locale.ROOT), field[1].strip());
    }
    boolean stream = headers.getOrDefault("content-type", "").startsWith("text/event-stream");
    byte[] body = stream ? new byte[0] : rest(in);
    if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
      body = unchunked(body);
    }
    return new Answer(Integer.parseInt(status.split(" ")[1]), headers, new String(body, UTF_8));
  }

  private static String line(InputStream in) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = read(in); next != END && next != '\n'; next = read(in)) {
      line.write(next);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }

  private static byte[] rest(InputStream in) {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    for (int next = read(in); next != END; next = read(in)) {
      rest.write(next);
    }
    return rest.toByteArray();
  }

  /** A connection that is reset has ended; one that is silent for too long is a failure. */
  private static int read(InputStream in) {
    try {
      return in.read();
    } catch (java.net.SocketTimeoutException silent) {
      throw new IllegalStateException("No answer", silent);
    } catch (IOException reset) {
      return END;
    }
  }

  private static byte[] unchunked(byte[] body) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    int at = 0;
    while (at < body.length) {
      int end = at;
      while (body[end] != '\r') {
        end++;
      }
      int length = Integer.parseInt(new String(body, at, end - at, ISO_8859_1), 16);
      if (length == 0) {
        break;
      }
      whole.writeBytes(Arrays.copyOfRange(body, end + 2, end + 2 + length));
      at = end + 2 + length + 2;
    }
    return whole.toByteArray();
  }
}
