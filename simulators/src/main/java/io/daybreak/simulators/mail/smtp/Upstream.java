package io.daybreak.simulators.mail.smtp;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import org.jspecify.annotations.Nullable;

/** The plain connection to the mail server behind the front: one command, one reply. */
final class Upstream {

  private final NetSocket socket;
  private @Nullable Promise<String> waiting;
  private final StringBuilder reply = new StringBuilder();

  private Upstream(NetSocket socket) {
    this.socket = socket;
  }

  /** The connection, once the server greeted. */
  static Future<Upstream> greeted(NetSocket socket) {
    var upstream = new Upstream(socket);
    Promise<String> greeting = Promise.promise();
    upstream.waiting = greeting;
    socket.handler(RecordParser.newDelimited("\r\n", line -> upstream.line(line.toString())));
    socket.closeHandler(closed -> upstream.fail());
    return greeting.future().map(upstream);
  }

  /** Sends a command, or a whole message, and gives the reply with its line ends. */
  Future<String> send(String text) {
    Promise<String> answer = Promise.promise();
    waiting = answer;
    socket.write(text);
    return answer.future();
  }

  void close() {
    socket.close();
  }

  private void line(String line) {
    reply.append(line).append("\r\n");
    boolean last = line.length() < 4 || line.charAt(3) != '-';
    if (last) {
      String whole = reply.toString();
      reply.setLength(0);
      @Nullable Promise<String> answered = waiting;
      waiting = null;
      if (answered != null) {
        answered.complete(whole);
      }
    }
  }

  private void fail() {
    if (waiting != null) {
      waiting.tryFail("the mail server closed the connection");
    }
  }
}
