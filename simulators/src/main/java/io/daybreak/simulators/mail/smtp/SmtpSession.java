package io.daybreak.simulators.mail.smtp;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;
import io.vertx.core.parsetools.RecordParser;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One client's conversation. Each command is carried out by the mail server behind, unless a fault
 * rule says otherwise; a message is passed on only when it is complete.
 */
final class SmtpSession {

  private static final String NAME = "mail.daybreak.local";

  private final Vertx vertx;
  private final long number;
  private final NetSocket client;
  private final Upstream upstream;
  private final SmtpFaults faults;
  private final SmtpJournal journal;
  private String recipient = "";
  private @Nullable StringBuilder message;

  SmtpSession(
      Vertx vertx,
      long number,
      NetSocket client,
      Upstream upstream,
      SmtpFaults faults,
      SmtpJournal journal) {
    this.vertx = vertx;
    this.number = number;
    this.client = client;
    this.upstream = upstream;
    this.faults = faults;
    this.journal = journal;
  }

  void begin() {
    client.handler(RecordParser.newDelimited("\r\n", this::line));
    client.closeHandler(closed -> upstream.close());
    carryOut(SmtpPhase.CONNECT, () -> said("220 " + NAME + " ESMTP"));
  }

  private void line(Buffer bytes) {
    // one char a byte, so that a message is passed on exactly as it came
    String line = bytes.toString("ISO-8859-1");
    if (message == null) {
      command(line);
    } else if (line.equals(".")) {
      String whole = message.append(".\r\n").toString();
      message = null;
      carryOut(SmtpPhase.MESSAGE, () -> deliver(whole));
    } else {
      message.append(line).append("\r\n");
    }
  }

  private void command(String line) {
    SmtpPhase phase = SmtpPhase.of(line);
    if (phase == SmtpPhase.MAIL) {
      recipient = "";
    } else if (phase == SmtpPhase.RCPT) {
      recipient = line.replaceFirst("(?i)RCPT TO:\\s*<?([^> ]*)>?.*", "$1");
    }
    carryOut(
        phase,
        () ->
            switch (phase) {
              case EHLO -> upstream.send(line + "\r\n").map(reply -> capabilities());
              case STARTTLS -> said("220 go ahead");
              case MAIL ->
                  client.isSsl()
                      ? upstream.send(line + "\r\n")
                      : said("530 5.7.0 Must issue a STARTTLS command first");
              case DATA -> said("354 end the message with a line of one dot");
              default -> upstream.send(line + "\r\n");
            });
  }

  private String capabilities() {
    return client.isSsl() ? "250 " + NAME + "\r\n" : "250-" + NAME + "\r\n250 STARTTLS\r\n";
  }

  private Future<String> deliver(String whole) {
    return upstream
        .send("DATA\r\n")
        .compose(go -> go.startsWith("354") ? upstream.send(whole) : Future.succeededFuture(go));
  }

  /** What carrying out a command means. */
  private interface Work {
    Future<String> answer();
  }

  private void carryOut(SmtpPhase phase, Work work) {
    @Nullable SmtpFault fault = faults.strike(phase, recipient);
    if (fault instanceof SmtpFault.Refuse refuse) {
      answer(phase, refuse.code() + " " + refuse.text() + "\r\n");
    } else if (fault instanceof SmtpFault.Stall) {
      note(phase, "stalled");
    } else if (fault instanceof SmtpFault.ResetBefore) {
      note(phase, "reset before");
      reset();
    } else {
      work.answer()
          .onFailure(gone -> client.close())
          .onSuccess(
              reply -> {
                if (fault instanceof SmtpFault.ResetAfter) {
                  note(phase, "reset after " + reply.strip());
                  reset();
                } else if (fault instanceof SmtpFault.Delay delay) {
                  vertx.setTimer(delay.by().toMillis(), timer -> answer(phase, reply));
                } else {
                  answer(phase, reply);
                }
              });
    }
  }

  private void answer(SmtpPhase phase, String reply) {
    note(phase, reply.lines().findFirst().orElse(""));
    client.write(reply);
    if (phase == SmtpPhase.QUIT || reply.startsWith("421")) {
      client.close();
    } else if (phase == SmtpPhase.STARTTLS && reply.startsWith("220")) {
      client.upgradeToSsl().onFailure(distrusted -> client.close());
    } else if (phase == SmtpPhase.DATA && reply.startsWith("354")) {
      message = new StringBuilder();
    }
  }

  private void note(SmtpPhase phase, String outcome) {
    journal.add(new SmtpCommand(Instant.now(), number, phase, recipient, outcome));
  }

  private static Future<String> said(String line) {
    return Future.succeededFuture(line + "\r\n");
  }

  /** Without TLS's farewell and with a linger time of 0 the kernel sends RST and nothing else. */
  private void reset() {
    Channel channel = ((NetSocketInternal) client).channelHandlerContext().channel();
    if (channel.pipeline().get(SslHandler.class) != null) {
      channel.pipeline().remove(SslHandler.class);
    }
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    channel.close();
  }
}
