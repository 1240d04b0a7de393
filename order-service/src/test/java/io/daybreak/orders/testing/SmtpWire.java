package io.daybreak.orders.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Speaks SMTP itself, treats a mail as told by its recipient's address, and hands all others on to
 * the real server. Counts how often each recipient was tried.
 */
public final class SmtpWire implements AutoCloseable {

  /** What happens to a mail. */
  public enum Fate {
    ARRIVE,
    /** {@code RCPT TO} is answered with 550, and that nobody has the address. */
    REFUSE_RECIPIENT,
    /** {@code RCPT TO} is answered with 451, again and again. */
    GREYLIST,
    /** {@code RCPT TO} is answered with 451 the first time. */
    GREYLIST_ONCE,
    /** The data is answered with 554. */
    REFUSE_DATA,
    /** The data is never answered. */
    STALL_AFTER_DATA,
    /** The connection is reset once the data is there. */
    RESET_AFTER_DATA
  }

  private final int realPort;
  private final ServerSocket server;
  private final Map<String, Fate> fates = new ConcurrentHashMap<>();
  private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();
  private volatile boolean silent;
  private volatile boolean refusing;
  private final AtomicInteger connections = new AtomicInteger();
  private final Map<String, String> data = new ConcurrentHashMap<>();
  private volatile String greetedAs = "";

  SmtpWire(int realPort) {
    this.realPort = realPort;
    try {
      server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  public void fate(String recipient, Fate fate) {
    fates.put(recipient, fate);
  }

  /** From now on connections are accepted and not greeted, or greeted again. */
  public void beSilent(boolean silent) {
    this.silent = silent;
  }

  /** From now on connections are answered with 421, or let in again. */
  public void refuseEverybody(boolean refusing) {
    this.refusing = refusing;
  }

  /** How often somebody tried to send to a recipient. */
  public int attempts(String recipient) {
    return attempts.getOrDefault(recipient, new AtomicInteger()).get();
  }

  /** The bytes of the newest mail to a recipient, one character each. */
  public String data(String recipient) {
    return data.getOrDefault(recipient, "");
  }

  /** What the client called itself last. */
  public String greetedAs() {
    return greetedAs;
  }

  /** Connections opened so far. */
  public int connections() {
    return connections.get();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        connections.incrementAndGet();
        daemon(() -> serve(client));
      }
    } catch (SocketException e) {
      // closed: the tests are over
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(Socket client) {
    try (client) {
      if (silent) {
        client.getInputStream().read();
        return;
      }
      converse(client);
    } catch (IOException e) {
      // the client went away
    }
  }

  private void converse(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    OutputStream out = client.getOutputStream();
    if (refusing) {
      say(out, "421 4.7.0 too many connections");
      return;
    }
    say(out, "220 wire");
    String from = "";
    String recipient = "";
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String verb = line.toUpperCase();
      if (verb.startsWith("EHLO ")) {
        greetedAs = line.substring("EHLO ".length());
      }
      if (verb.startsWith("EHLO") || verb.startsWith("HELO") || verb.startsWith("RSET")) {
        say(out, "250 wire");
      } else if (verb.startsWith("MAIL FROM:")) {
        from = line.substring("MAIL FROM:".length());
        say(out, "250 ok");
      } else if (verb.startsWith("RCPT TO:")) {
        recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
        attempts.computeIfAbsent(recipient, r -> new AtomicInteger()).incrementAndGet();
        say(out, answerRecipient(recipient));
      } else if (verb.startsWith("DATA")) {
        say(out, "354 go on");
        String mail = data(in);
        data.put(recipient, mail);
        if (!answerData(client, out, from, recipient, mail)) {
          return;
        }
      } else if (verb.startsWith("QUIT")) {
        say(out, "221 bye");
        return;
      } else {
        say(out, "502 what");
      }
    }
  }

  private String answerRecipient(String recipient) {
    return switch (fate(recipient)) {
      case REFUSE_RECIPIENT -> "550 5.1.1 no such user";
      case GREYLIST -> "451 4.7.1 greylisted, see https://help.example/q?id=1 for " + recipient;
      case GREYLIST_ONCE -> attempts(recipient) > 1 ? "250 ok" : "451 4.7.1 greylisted";
      default -> "250 ok";
    };
  }

  private boolean answerData(
      Socket client, OutputStream out, String from, String recipient, String data)
      throws IOException {
    switch (fate(recipient)) {
      case REFUSE_DATA -> say(out, "554 5.7.26 not wanted, check DMARC");
      case STALL_AFTER_DATA -> client.getInputStream().read();
      case RESET_AFTER_DATA -> {
        client.setSoLinger(true, 0);
        return false;
      }
      default -> {
        handOn(from, recipient, data);
        say(out, "250 taken");
      }
    }
    return true;
  }

  private Fate fate(String recipient) {
    return fates.getOrDefault(recipient, Fate.ARRIVE);
  }

  private void handOn(String from, String recipient, String data) throws IOException {
    try (Socket real = new Socket(InetAddress.getLoopbackAddress(), realPort)) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(real.getInputStream(), StandardCharsets.ISO_8859_1));
      OutputStream out = real.getOutputStream();
      in.readLine();
      for (String line :
          new String[] {"HELO wire", "MAIL FROM:" + from, "RCPT TO:<" + recipient + ">", "DATA"}) {
        say(out, line);
        in.readLine();
      }
      out.write(data.getBytes(StandardCharsets.ISO_8859_1));
      say(out, ".");
      in.readLine();
      say(out, "QUIT");
      in.readLine();
    }
  }

  private static String data(BufferedReader in) throws IOException {
    StringBuilder data = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      data.append(line).append("\r\n");
    }
    return data.toString();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "smtp-wire");
    thread.setDaemon(true);
    thread.start();
  }
}
