package io.daybreak.orders.smtp;

import io.daybreak.kit.doctor.Check;
import io.daybreak.kit.doctor.Result;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether the mail server greets us, and offers TLS where it is wanted. It greets, asks what the
 * server can, and leaves; nobody signs in and no mail is begun.
 */
@ApplicationScoped
class SmtpCheck implements Check {

  private static final int MILLIS = 5_000;
  private static final int MOST_LINES = 100;

  private final String host;
  private final int port;
  private final boolean tls;
  private final String startTls;
  private final String ownName;

  SmtpCheck(
      @ConfigProperty(name = "quarkus.mailer.host") String host,
      @ConfigProperty(name = "quarkus.mailer.port") int port,
      @ConfigProperty(name = "quarkus.mailer.tls", defaultValue = "false") boolean tls,
      @ConfigProperty(name = "quarkus.mailer.start-tls") String startTls,
      @ConfigProperty(name = "quarkus.mailer.own-host-name") String ownName) {
    this.host = host;
    this.port = port;
    this.tls = tls;
    this.startTls = startTls;
    this.ownName = ownName;
  }

  @Override
  public String name() {
    return "mail-server";
  }

  @Override
  public Result look() {
    String server = host + ":" + port;
    try {
      List<String> answers = greet();
      String last = answers.get(answers.size() - 1);
      if (!last.startsWith("250")) {
        String code = last.substring(0, Math.min(3, last.length()));
        return Result.wrong(
            "%s answers %s to a greeting. Look at what it allows this address to do."
                .formatted(server, code),
            "%s 서버가 인사에 %s(으)로 답합니다. 이 주소에 허용된 것을 확인하세요.".formatted(server, code));
      }
      boolean offered =
          answers.stream().anyMatch(line -> line.toUpperCase(Locale.ROOT).endsWith("STARTTLS"));
      if (!tls && !offered) {
        return startTls.equalsIgnoreCase("REQUIRED")
            ? Result.wrong(
                "%s offers no STARTTLS, which is required. Use its port for TLS, or a server that has it."
                    .formatted(server),
                "%s 서버가 필수로 설정된 STARTTLS를 지원하지 않습니다. TLS 포트나 다른 서버를 사용하세요.".formatted(server))
            : Result.warning(
                "%s greets, but without TLS: mails and passwords go in the clear."
                    .formatted(server),
                "%s 서버가 응답하지만 TLS가 없어 메일과 비밀번호가 암호화되지 않습니다.".formatted(server));
      }
      return Result.ok(
          "%s greets, with TLS.".formatted(server), "%s 서버가 TLS로 응답합니다.".formatted(server));
    } catch (IOException e) {
      String fault = e.getClass().getSimpleName();
      return Result.wrong(
          "%s does not greet (%s). Check quarkus.mailer.host, its port and the firewall."
              .formatted(server, fault),
          "%s 서버가 응답하지 않습니다(%s). quarkus.mailer.host, 포트, 방화벽을 확인하세요.".formatted(server, fault));
    }
  }

  /** What the server says to a connection and an EHLO; at least one line. */
  private List<String> greet() throws IOException {
    try (Socket socket = tls ? SSLSocketFactory.getDefault().createSocket() : new Socket()) {
      socket.connect(new InetSocketAddress(host, port), MILLIS);
      socket.setSoTimeout(MILLIS);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      List<String> answer = answer(in);
      if (answer.get(0).startsWith("220")) {
        say(socket, "EHLO " + ownName);
        answer = answer(in);
      }
      say(socket, "QUIT");
      return answer;
    }
  }

  private static void say(Socket socket, String line) throws IOException {
    socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** One answer: its last line has a blank after the code. */
  private static List<String> answer(BufferedReader in) throws IOException {
    List<String> lines = new ArrayList<>();
    String line = in.readLine();
    while (line != null && lines.size() < MOST_LINES) {
      lines.add(line);
      if (line.length() < 4 || line.charAt(3) != '-') {
        return lines;
      }
      line = in.readLine();
    }
    throw new IOException("the answer broke off");
  }
}
