package io.daybreak.simulators.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daybreak.simulators.kernel.JournalEntry.Outcome;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatorServerTest {

  private final HttpClient client = HttpClient.newHttpClient();
  private final Counter counter = new Counter();
  private SimulatorServer server;

  /** A service with one resource that counts how often it was really called. */
  private static final class Counter implements Simulation {
    final AtomicInteger handled = new AtomicInteger();

    @Override
    public Map<String, String> identify(RequestHead head) {
      String caller = head.headers().get("X-Caller");
      return caller == null ? Map.of() : Map.of("caller", caller);
    }

    @Override
    public Answer answer(Call call) {
      return new Routes()
          .get("/things/{id}", this::thing)
          .post("/things", this::echo)
          .get("/many", this::many)
          .answer(call)
          .orElseGet(() -> refusal(404));
    }

    private Answer thing(Call call) {
      handled.incrementAndGet();
      return Answer.text(200, "text/plain", "thing " + call.pathParameter("id"));
    }

    private Answer echo(Call call) {
      handled.incrementAndGet();
      return new Answer.Later(() -> Answer.text(201, "text/plain", call.body().toString()));
    }

    private Answer many(Call call) {
      return new Answer.Streamed(
          200, Map.of(), IntStream.range(0, 1_000).mapToObj(i -> line(i)).iterator());
    }

    private static Buffer line(int number) {
      return Buffer.buffer("line " + number + "\n");
    }

    @Override
    public Answer.Whole refusal(int status) {
      return Answer.json(status, new JsonObject().put("status", status));
    }

    @Override
    public Routes control() {
      return new Routes().get("/_sim/handled", c -> Answer.text(200, "text/plain", "" + handled));
    }
  }

  @BeforeEach
  void start() {
    server = SimulatorServer.start(new SimulatorOptions("counter", 0, 1), counter);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyCallIsInTheJournalWithItsMomentItsCallerAndItsEnd() throws Exception {
    long before = System.nanoTime();
    get("/things/a%20b?x=1%2F2", "me");

    var calls = new JsonObject(get("/_sim/journal", "me").body()).getJsonArray("calls");

    assertThat(calls).hasSize(1);
    JsonObject call = calls.getJsonObject(0);
    assertThat(call.getString("path")).isEqualTo("/things/a%20b");
    assertThat(call.getString("query")).isEqualTo("x=1%2F2");
    assertThat(call.getJsonObject("identity").getString("caller")).isEqualTo("me");
    assertThat(call.getInteger("status")).isEqualTo(200);
    assertThat(call.getLong("responseBytes")).isEqualTo("thing a b".length());
    assertThat(call.getLong("arrivedNanos")).isBetween(before, System.nanoTime());
    assertThat(call.getString("outcome")).isEqualTo("ANSWERED");
    assertThat(get("/_sim/journal?since=1", "me").body()).contains("\"calls\":[]");
  }

  @Test
  void theBodyIsGivenToTheRouteAndSlowWorkIsDoneElsewhere() throws Exception {
    assertThat(post("/things", "한국어").body()).isEqualTo("한국어");
    assertThat(server.journal().entries().get(0).requestBytes()).isEqualTo(9);
  }

  @Test
  void aStreamedAnswerArrivesWhole() throws Exception {
    assertThat(get("/many", "me").body().lines()).hasSize(1_000).endsWith("line 999");
  }

  @Test
  void aStatusFaultStrikesTheChosenCallOfTheChosenCallerOnly() throws Exception {
    faults(
        """
        {"path":"/things/.*","identity":{"caller":"me"},"firstCall":2,"count":1,
         "fault":"status","status":429}""");

    assertThat(get("/things/1", "me").statusCode()).isEqualTo(200);
    assertThat(get("/things/1", "other").statusCode()).isEqualTo(200);
    assertThat(get("/things/1", "me").statusCode()).isEqualTo(429);
    assertThat(get("/things/1", "me").statusCode()).isEqualTo(200);
    assertThat(counter.handled).hasValue(3);
    assertThat(server.journal().entries().get(2).fault()).contains("429");
  }

  @Test
  void theSameSeedStrikesTheSameCalls() throws Exception {
    String first = struck(new Faults(5));

    assertThat(struck(new Faults(5))).isEqualTo(first).contains("x").contains(".");
    assertThat(struck(new Faults(6))).isNotEqualTo(first);
  }

  private static String struck(Faults faults) {
    faults.add(FaultRule.on(null, ".*", new Fault.ResetBefore()).withProbability(0.5));
    var head =
        new RequestHead(
            "GET",
            "/",
            "",
            MultiMap.caseInsensitiveMultiMap(),
            MultiMap.caseInsensitiveMultiMap(),
            "127.0.0.1");
    var marks = new StringBuilder();
    for (int i = 0; i < 64; i++) {
      marks.append(faults.strike(head, Map.of()).isPresent() ? 'x' : '.');
    }
    return marks.toString();
  }

  @Test
  void aDelayedAnswerComesLate() throws Exception {
    server.faults().add(FaultRule.on("GET", "/things/1", new Fault.Delay(Duration.ofMillis(300))));
    long before = System.nanoTime();

    get("/things/1", "me");

    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  @Test
  void aResetBeforeTheAnswerHandlesNothing() throws Exception {
    server.faults().add(FaultRule.on("POST", "/things", new Fault.ResetBefore()));

    assertThatThrownBy(() -> rawPost("/things")).isInstanceOf(SocketException.class);

    assertThat(counter.handled).hasValue(0);
    assertThat(server.journal().entries().get(0).outcome()).isEqualTo(Outcome.RESET);
  }

  @Test
  void aResetAfterTheBodyKeepsTheEffect() throws Exception {
    server.faults().add(FaultRule.on("POST", "/things", new Fault.ResetAfter()));

    assertThatThrownBy(() -> rawPost("/things"))
        .isInstanceOf(SocketException.class)
        .hasMessageContaining("reset");

    assertThat(counter.handled).hasValue(1);
    assertThat(server.journal().entries()).hasSize(1);
  }

  @Test
  void aSlowBodyArrivesWholeButLate() throws Exception {
    server
        .faults()
        .add(FaultRule.on("GET", "/things/1", new Fault.SlowBody(2, Duration.ofMillis(50))));
    long before = System.nanoTime();

    assertThat(get("/things/1", "me").body()).isEqualTo("thing 1");

    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isGreaterThanOrEqualTo(Duration.ofMillis(150));
  }

  @Test
  void aTruncatedBodyIsNoticedByTheCaller() {
    server.faults().add(FaultRule.on("GET", "/.*", new Fault.TruncatedBody(5)));

    assertThatThrownBy(() -> get("/things/1", "me")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> get("/many", "me")).isInstanceOf(IOException.class);

    assertThat(server.journal().entries())
        .allMatch(call -> call.outcome() == Outcome.TRUNCATED && call.responseBytes() == 5);
  }

  @Test
  void aCallerThatGoesAwayIsSeen() {
    server.faults().add(FaultRule.on("GET", "/.*", new Fault.Delay(Duration.ofMillis(400))));

    assertThatThrownBy(
            () ->
                client.send(
                    HttpRequest.newBuilder(server.baseUrl().resolve("/things/1"))
                        .timeout(Duration.ofMillis(100))
                        .build(),
                    HttpResponse.BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);

    await("the simulator notices when it wants to answer")
        .untilAsserted(
            () ->
                assertThat(server.journal().entries().get(0).outcome()).isEqualTo(Outcome.ABORTED));
  }

  private HttpResponse<String> get(String path, String caller)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
            .header("X-Caller", caller)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private void faults(String rules) throws IOException, InterruptedException {
    assertThat(post("/_sim/faults", rules).statusCode()).isEqualTo(204);
  }

  /** A plain socket, because HTTP clients repeat calls of their own accord after a reset. */
  private void rawPost(String path) throws IOException {
    try (var socket = new Socket("127.0.0.1", server.baseUrl().getPort())) {
      String request =
          "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nbody".formatted(path);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      while (socket.getInputStream().read() >= 0) {
        throw new UncheckedIOException(new IOException("an answer came"));
      }
      throw new UncheckedIOException(new IOException("closed without a reset"));
    }
  }
}
