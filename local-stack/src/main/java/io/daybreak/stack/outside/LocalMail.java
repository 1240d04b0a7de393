package io.daybreak.stack.outside;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.daybreak.stack.process.Ports;

/** A mail server that accepts every mail and delivers none. */
public final class LocalMail implements AutoCloseable {

  private static final int PREFERRED_PORT = 2525;

  private final GreenMail server;
  private final int port;

  private LocalMail(GreenMail server, int port) {
    this.server = server;
    this.port = port;
  }

  public static LocalMail start() {
    int port = Ports.preferably(PREFERRED_PORT);
    GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return new LocalMail(server, port);
  }

  /** Port of the SMTP server on the loopback address. */
  public int port() {
    return port;
  }

  /** The server itself, for tests that read what was sent. */
  public GreenMail server() {
    return server;
  }

  @Override
  public void close() {
    server.stop();
  }
}
