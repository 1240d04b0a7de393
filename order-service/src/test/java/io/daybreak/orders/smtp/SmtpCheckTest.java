package io.daybreak.orders.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.kit.doctor.Result;
import io.daybreak.kit.doctor.Result.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SmtpCheckTest {

  @Test
  void aServerThatOffersTlsIsWell() throws Exception {
    try (Greeter server =
        new Greeter(
            "220 mail.example.com ESMTP\r\n", "250-hello\r\n250-STARTTLS\r\n250 SIZE 100\r\n")) {
      Result result = check(server.port(), "REQUIRED").look();

      assertThat(result.verdict()).as(result.english()).isEqualTo(Verdict.OK);
      assertThat(server.heard()).containsExactly("EHLO orders.example.com", "QUIT");
    }
  }

  @Test
  void aServerWithoutTlsIsWrongWhereItIsRequiredAndElseAWarning() throws Exception {
    String[] answers = {"220 hello\r\n", "250-hello\r\n250 SIZE 100\r\n"};
    try (Greeter server = new Greeter(answers)) {
      assertThat(check(server.port(), "REQUIRED").look().verdict()).isEqualTo(Verdict.WRONG);
    }
    try (Greeter server = new Greeter(answers)) {
      assertThat(check(server.port(), "OPTIONAL").look().verdict()).isEqualTo(Verdict.WARNING);
    }
  }

  @Test
  void aServerThatSendsUsAwayIsWrongWithItsCode() throws Exception {
    try (Greeter server = new Greeter("554 5.7.1 not from there\r\n")) {
      Result result = check(server.port(), "OPTIONAL").look();

      assertThat(result.verdict()).isEqualTo(Verdict.WRONG);
      assertThat(result.english()).contains("answers 554");
      assertThat(server.heard()).containsExactly("QUIT");
    }
  }

  @Test
  void aServerThatHangsUpOrIsNotThereIsWrong() throws Exception {
    int port;
    try (Greeter server = new Greeter("220-hel")) {
      port = server.port();
      assertThat(check(port, "OPTIONAL").look().verdict()).isEqualTo(Verdict.WRONG);
    }
    Result nobody = check(port, "OPTIONAL").look();
    assertThat(nobody.verdict()).isEqualTo(Verdict.WRONG);
    assertThat(nobody.english()).contains("does not greet", "quarkus.mailer.host");
  }

  private static SmtpCheck check(int port, String startTls) {
    return new SmtpCheck("127.0.0.1", port, false, startTls, "orders.example.com");
  }

  /** Says its answers one after the other, the first at once, and hangs up after the last. */
  private static final class Greeter implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CompletableFuture<List<String>> heard;

    Greeter(String... answers) throws IOException {
      heard = CompletableFuture.supplyAsync(() -> serve(answers));
    }

    int port() {
      return server.getLocalPort();
    }

    List<String> heard() {
      return heard.join();
    }

    private List<String> serve(String... answers) {
      List<String> lines = new ArrayList<>();
      try (Socket socket = server.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
        for (String answer : answers) {
          socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
          if (!answer.endsWith("\n")) {
            return lines;
          }
          String line = in.readLine();
          if (line != null) {
            lines.add(line);
          }
        }
      } catch (IOException e) {
        lines.add(e.toString());
      }
      return lines;
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
