package io.daybreak.imports.naver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.apikey.NaverCredentials;
import io.daybreak.imports.naver.ScriptedNaver.Received;
import io.daybreak.kit.budget.CallRefusedException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, against a server that misbehaves as it is told. */
class NaverGatewayTest {

  private static final Access ACCESS =
      new Access(new NaverCredentials("licence", "test-secret"), "1000001");
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
  private static final Clock NEW_YEAR =
      Clock.fixed(Instant.ofEpochMilli(1767225600000L), ZoneOffset.UTC);

  private final ScriptedNaver naver = new ScriptedNaver();
  private NaverGateway gateway;

  @BeforeEach
  void connect() {
    ObjectMapper json = new ObjectMapper();
    NaverConfig config =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(NaverConfig.class)
            .withDefaultValue("daybreak.naver.base-url", naver.url().toString())
            .build()
            .getConfigMapping(NaverConfig.class);
    gateway = new NaverGateway(new NaverHttp(naver.vertx(), config, json, NEW_YEAR), json);
  }

  @AfterEach
  void close() {
    naver.close();
  }

  @Test
  void anOrderCarriesEachHeaderExactlyOnce() {
    naver.answers(200, "{\"reportJobId\":1598730843,\"status\":\"REGIST\",\"downloadUrl\":\"\"}");

    StatReport report = gateway.orderReport(ACCESS, "AD_DETAIL", DAY);

    assertThat(report).isEqualTo(new StatReport(1598730843, ReportStatus.REGIST, ""));
    Received order = onlyCall();
    assertThat(order.method() + " " + order.uri()).isEqualTo("POST /stat-reports");
    assertThat(order.body()).isEqualTo("{\"reportTp\":\"AD_DETAIL\",\"statDt\":\"20261001\"}");
    assertThat(header(order, "Content-Type")).containsExactly("application/json; charset=UTF-8");
    assertThat(header(order, "X-Timestamp")).containsExactly("1767225600000");
    assertThat(header(order, "X-API-KEY")).containsExactly("licence");
    assertThat(header(order, "X-Customer")).containsExactly("1000001");
    assertThat(header(order, "X-Signature"))
        .containsExactly("XPTdv9bDQgEj1hsxewF8QSkKNkDu57ZlyjrFHGhHNw8=");
  }

  @Test
  void aCallWithoutABodyHasNoContentType() {
    gateway.reports(ACCESS);

    assertThat(header(onlyCall(), "Content-Type")).isEmpty();
  }

  @Test
  void theTokenOfADownloadStaysEncodedOnceAndGoesToTheConfiguredHost() {
    naver.answers(200, "a line\n");
    URI elsewhere =
        URI.create("https://other.example/report-download?authtoken=abc%2Fdef%3D&fileVersion=v2");

    String content =
        gateway.download(
            ACCESS,
            NaverCall.DOWNLOAD_REPORT,
            elsewhere,
            body -> new String(body.readAllBytes(), UTF_8));

    assertThat(content).isEqualTo("a line\n");
    assertThat(onlyCall().uri())
        .isEqualTo("/report-download?authtoken=abc%2Fdef%3D&fileVersion=v2");
    assertThat(header(onlyCall(), "X-Signature"))
        .containsExactly("ys3s+RIDptUDD1TacVAI1mEP9IGb9zrBsJlQ34VPI1o=");
  }

  @Test
  void statusesAndFieldsThatAreNewDoNotHurt() {
    naver.answers(
        200,
        """
        [{"reportJobId":1,"status":"BUILT","downloadUrl":"http://x/report-download?a=b","new":[1]},
         {"reportJobId":2,"status":"SIMMERING"}]""");

    assertThat(gateway.reports(ACCESS))
        .containsExactly(
            new StatReport(1, ReportStatus.BUILT, "http://x/report-download?a=b"),
            new StatReport(2, ReportStatus.UNKNOWN, ""));
  }

  @Test
  void namesAreAskedForByIds() {
    naver.answers(200, "[{\"nccKeywordId\":\"nkw-1\",\"keyword\":\"시험\",\"bidAmt\":70}]");

    assertThat(gateway.keywords(ACCESS, List.of("nkw-1", "nkw-2")))
        .containsOnlyKeys("nkw-1")
        .containsValue("시험");
    assertThat(onlyCall().uri()).isEqualTo("/ncc/keywords?ids=nkw-1,nkw-2");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503})
  void aServerErrorIsOneAttempt(int status) {
    naver.answers(status, "oops");

    assertUnavailable(() -> gateway.reports(ACCESS));
    assertThat(naver.received()).hasSize(1);
  }

  @Test
  void aRefusalForTheRateIsOneAttemptAndNoFailureYet() {
    naver.does(
        request ->
            request
                .response()
                .setStatusCode(429)
                .putHeader("Connection", "close")
                .end("{\"code\":429,\"message\":\"Too Many Requests\"}"));

    assertThatThrownBy(() -> gateway.reports(ACCESS)).isInstanceOf(CallRefusedException.class);
    assertThat(naver.received()).hasSize(1);
  }

  @Test
  void aConnectionThatBreaksBeforeTheAnswerIsOneAttempt() {
    naver.does(NaverGatewayTest::hangUp);

    assertUnavailable(() -> gateway.orderReport(ACCESS, "AD_DETAIL", DAY));
    assertThat(naver.received()).hasSize(1);
  }

  @Test
  void aConnectionServesOneCall() {
    gateway.reports(ACCESS);
    gateway.reports(ACCESS);

    assertThat(naver.received()).extracting(Received::connection).doesNotHaveDuplicates();
  }

  @Test
  void aBodyThatBreaksOffIsOneAttempt() {
    naver.does(
        request -> {
          request.response().putHeader("Content-Length", "1000").write("half");
          naver.vertx().setTimer(50, later -> hangUp(request));
        });

    assertUnavailable(() -> gateway.reports(ACCESS));
    assertThat(naver.received()).hasSize(1);
  }

  @Test
  void anAnswerThatIsNoJsonIsAFailureOfNaver() {
    naver.answers(200, "<html>");

    assertUnavailable(() -> gateway.reports(ACCESS));
  }

  @Test
  void nobodyListeningIsAFailureOfNaver() {
    naver.stopListening();

    assertUnavailable(() -> gateway.reports(ACCESS));
  }

  @Test
  void anInterruptedCallEndsAtOnceAndDropsItsConnection() throws InterruptedException {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicBoolean dropped = new AtomicBoolean();
    naver.does(request -> request.connection().closeHandler(closed -> dropped.set(true)));
    Thread caller =
        new Thread(
            () -> {
              try {
                gateway.reports(ACCESS);
              } catch (RuntimeException e) {
                thrown.set(e);
              }
            });
    caller.start();
    await().until(() -> naver.received().size() == 1);

    caller.interrupt();
    caller.join();

    assertThat(thrown.get()).isInstanceOf(NaverException.class);
    await().untilTrue(dropped);
    assertThat(naver.received()).hasSize(1);
  }

  @Test
  void aSlowReaderSlowsTheServerDown() {
    Buffer piece = Buffer.buffer(new byte[64 * 1024]);
    int pieces = 2_000;
    AtomicInteger sent = new AtomicInteger();
    naver.does(
        request -> {
          request.response().setChunked(true);
          pump(request, piece, pieces, sent);
        });

    long length =
        gateway.download(
            ACCESS,
            NaverCall.DOWNLOAD_REPORT,
            URI.create("/report-download?authtoken=x"),
            body -> {
              body.read();
              await("the server has to wait for its reader")
                  .during(Duration.ofMillis(500))
                  .until(() -> sent.get() < pieces / 2);
              return 1 + body.transferTo(OutputStream.nullOutputStream());
            });

    assertThat(length).isEqualTo((long) pieces * piece.length());
  }

  private static void pump(
      HttpServerRequest request, Buffer piece, int pieces, AtomicInteger sent) {
    while (sent.get() < pieces && !request.response().writeQueueFull()) {
      request.response().write(piece);
      sent.incrementAndGet();
    }
    if (sent.get() < pieces) {
      request.response().drainHandler(more -> pump(request, piece, pieces, sent));
    } else {
      request.response().end();
    }
  }

  private static void hangUp(HttpServerRequest request) {
    request.connection().close();
  }

  private Received onlyCall() {
    assertThat(naver.received()).hasSize(1);
    return naver.received().get(0);
  }

  private static Stream<String> header(Received received, String name) {
    MultiMap headers = received.headers();
    return headers.getAll(name).stream();
  }

  private static void assertUnavailable(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            NaverException.class,
            e -> assertThat(e.failure().code()).isEqualTo(FailureCode.NAVER_UNAVAILABLE));
  }
}
