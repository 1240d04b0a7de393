package io.daybreak.simulators.mail.smtp;

import io.daybreak.simulators.kernel.Host;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import org.jspecify.annotations.Nullable;

/** Accepts SMTP connections, with STARTTLS, in front of a plain mail server. */
public final class SmtpFront implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
  private final NetClient client = vertx.createNetClient();
  private final NetServerOptions options;
  private final int upstreamPort;
  private final SmtpFaults faults;
  private final SmtpJournal journal = new SmtpJournal();
  private @Nullable NetServer server;
  private long connections;

  /**
   * @param port port to listen on
   * @param upstreamPort port of the plain mail server
   * @param identity what clients verify
   * @param seed of what is random in the faults
   */
  public SmtpFront(int port, int upstreamPort, TlsIdentity identity, long seed) {
    this.options =
        new NetServerOptions()
            .setHost(Host.listen())
            .setPort(port)
            .setTcpNoDelay(true)
            .setKeyCertOptions(identity.keyOptions());
    this.upstreamPort = upstreamPort;
    this.faults = new SmtpFaults(seed);
    accept();
  }

  public int port() {
    return options.getPort();
  }

  public SmtpFaults faults() {
    return faults;
  }

  public SmtpJournal journal() {
    return journal;
  }

  /** Nobody listens any more: connecting fails at once. What is connected stays. */
  public synchronized void refuseConnections() {
    if (server != null) {
      await(server.close());
      server = null;
    }
  }

  /** Listens again, on the same port. */
  public synchronized void accept() {
    if (server == null) {
      NetServer listening = vertx.createNetServer(options).connectHandler(this::connected);
      await(listening.listen());
      server = listening;
    }
  }

  private void connected(NetSocket socket) {
    socket.pause();
    long number = ++connections;
    client
        .connect(upstreamPort, LOOPBACK)
        .compose(Upstream::greeted)
        .onFailure(gone -> socket.close())
        .onSuccess(
            upstream -> {
              new SmtpSession(vertx, number, socket, upstream, faults, journal).begin();
              socket.resume();
            });
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  private static void await(Future<?> done) {
    done.toCompletionStage().toCompletableFuture().join();
  }
}
