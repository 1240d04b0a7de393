package io.daybreak.sheets.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.daybreak.kit.testing.WireFake;
import io.daybreak.kit.testing.WireFake.Answer;
import io.daybreak.kit.testing.WireFake.Behaviour;
import io.daybreak.kit.testing.WireFake.Close;
import io.daybreak.kit.testing.WireFake.Reset;
import io.daybreak.kit.testing.WireFake.Silence;
import io.daybreak.sheets.failure.FailureException;
import io.daybreak.sheets.fake.KeyFile;
import io.daybreak.sheets.grid.CellRange;
import io.daybreak.sheets.grid.GridChange;
import io.daybreak.sheets.grid.Tab;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SheetsGatewayTest {

  private static final String JSON = "application/json; charset=UTF-8";
  private static final Answer TOKEN =
      new Answer(200, JSON, "{\"access_token\":\"t\",\"expires_in\":3600}");
  private static final Answer ONE_TAB =
      new Answer(
          200,
          JSON,
          """
          {"sheets":[{"properties":{"sheetId":0,"title":"원본","gridProperties":{"rowCount":1000,"columnCount":26}}},
                     {"properties":{"sheetId":7,"title":"chart"}}]}\
          """);

  private static Vertx vertx;
  private static SingleAttemptTransport transport;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    transport = new SingleAttemptTransport(vertx);
  }

  @AfterAll
  static void close() {
    transport.close();
    vertx.close();
  }

  @Test
  void theTabsOfASpreadsheetComeWithTheirSizes() {
    try (WireFake google = new WireFake(ONE_TAB)) {
      assertThat(gateway(google).workbook("sheet-1").tabs())
          .containsExactly(new Tab(0, "원본", 1000, 26), new Tab(7, "chart", 0, 0));
    }
  }

  static Stream<Arguments> unansweredCalls() {
    return Stream.of(
            new Answer(500, JSON, "{}"),
            new Answer(503, "text/html", "<html>down</html>"),
            new Answer(429, JSON, error(429, "RESOURCE_EXHAUSTED", "")),
            new Answer(401, JSON, error(401, "UNAUTHENTICATED", "")),
            new Answer(302, JSON, ""),
            new Silence(),
            new Reset(),
            new Close())
        .flatMap(behaviour -> calls().map(call -> Arguments.of(behaviour, call)));
  }

  private static Stream<Consumer<SheetsGateway>> calls() {
    return Stream.of(
        gateway -> gateway.workbook("sheet-1"),
        gateway -> gateway.columns("sheet-1", List.of(new CellRange("t", 0, 1, 0, 1))),
        gateway -> gateway.write("sheet-1", new CellRange("t", 0, 1, 0, 1), List.of(List.of("a"))),
        gateway -> gateway.change("sheet-1", List.of(new GridChange.RemoveTab(1))),
        gateway -> gateway.copyTab("sheet-1", 1, "sheet-2"));
  }

  @ParameterizedTest
  @MethodSource("unansweredCalls")
  void aCallThatFailsIsSentOnce(Behaviour failure, Consumer<SheetsGateway> call) {
    try (WireFake google = new WireFake(failure)) {
      SheetsGateway gateway = gateway(google);

      catchThrowableOfType(FailureException.class, () -> call.accept(gateway));

      assertThat(google.requests()).hasSize(1);
    }
  }

  @Test
  void aConnectionServesOneCall() {
    try (WireFake google = new WireFake(ONE_TAB, ONE_TAB)) {
      SheetsGateway gateway = gateway(google);

      gateway.workbook("sheet-1");
      gateway.workbook("sheet-1");

      assertThat(google.connections()).isEqualTo(2);
    }
  }

  static Stream<Arguments> refusals() {
    String scope =
        """
        {"error":{"code":403,"message":"m","status":"PERMISSION_DENIED","details":[{
          "@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"SERVICE_DISABLED","domain":"googleapis.com"}]}}\
        """;
    return Stream.of(
        Arguments.of(
            new Answer(403, JSON, error(403, "PERMISSION_DENIED", "The caller does not have …")),
            new GoogleFailure.NotShared(KeyFile.EMAIL)),
        Arguments.of(
            new Answer(403, JSON, scope), new GoogleFailure.CredentialsRefused(KeyFile.EMAIL)),
        Arguments.of(
            new Answer(401, JSON, ""), new GoogleFailure.CredentialsRefused(KeyFile.EMAIL)),
        Arguments.of(
            new Answer(404, JSON, error(404, "NOT_FOUND", "")), new GoogleFailure.NotFound()),
        Arguments.of(new Answer(429, JSON, ""), new GoogleFailure.RateLimited()),
        Arguments.of(
            new Answer(400, JSON, error(400, "INVALID_ARGUMENT", "no such thing")),
            new GoogleFailure.Refused(400, "INVALID_ARGUMENT", "no such thing")),
        Arguments.of(
            new Answer(400, "text/html", "<html>"),
            new GoogleFailure.Refused(400, "no status", "no message")),
        Arguments.of(
            new Answer(502, "text/html", ""),
            new GoogleFailure.Unavailable("HTTP 502", true, true)),
        Arguments.of(new Silence(), new GoogleFailure.TimedOut(Duration.ofMillis(700))),
        Arguments.of(
            new Reset(),
            new GoogleFailure.Unavailable(
                "the connection broke before the answer came", true, false)));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void everyAnswerHasItsMeaning(Behaviour answer, GoogleFailure meaning) {
    try (WireFake google = new WireFake(answer)) {
      SheetsGateway gateway = gateway(google);

      FailureException thrown =
          catchThrowableOfType(
              FailureException.class,
              () -> gateway.change("sheet-1", List.of(new GridChange.Show(1))));

      assertThat(thrown.failure()).isEqualTo(meaning);
    }
  }

  @Test
  void withoutAConnectionNothingWasSent() {
    WireFake gone = new WireFake(new Silence());
    gone.close();

    FailureException thrown =
        catchThrowableOfType(FailureException.class, () -> gateway(gone).workbook("sheet-1"));

    assertThat(thrown.failure())
        .isEqualTo(new GoogleFailure.Unavailable("no connection could be made", false, false));
  }

  static Stream<Arguments> failingTokens() {
    return Stream.of(
        Arguments.of(
            new Answer(400, JSON, "{\"error\":\"invalid_grant\"}"),
            new GoogleFailure.CredentialsRefused(KeyFile.EMAIL)),
        Arguments.of(
            new Answer(503, JSON, "{}"),
            new GoogleFailure.Unavailable("its token endpoint gave no token", false, false)),
        Arguments.of(
            new Reset(),
            new GoogleFailure.Unavailable("its token endpoint gave no token", false, false)));
  }

  @ParameterizedTest
  @MethodSource("failingTokens")
  void aTokenIsAskedForOnce(Behaviour failure, GoogleFailure meaning) {
    try (WireFake google = new WireFake(ONE_TAB);
        WireFake tokens = new WireFake(failure)) {
      SheetsGateway gateway = gateway(google, tokens);

      FailureException thrown =
          catchThrowableOfType(FailureException.class, () -> gateway.workbook("sheet-1"));

      assertThat(thrown.failure()).isEqualTo(meaning);
      assertThat(tokens.requests()).hasSize(1);
      assertThat(google.requests()).isEmpty();
    }
  }

  private static String error(int code, String status, String message) {
    return """
    {"error":{"code":%d,"message":"%s","status":"%s"}}\
    """
        .formatted(code, message, status);
  }

  private static SheetsGateway gateway(WireFake google) {
    return gateway(google, new WireFake(TOKEN));
  }

  private static SheetsGateway gateway(WireFake google, WireFake tokens) {
    GoogleSettings settings = new TestSettings(google.address(), KeyFile.write(tokens.address()));
    ServiceAccount account = new ServiceAccount(settings, transport);
    return new SheetsGateway(transport, account, settings, new Answers(settings, account));
  }

  private record TestSettings(URI baseUrl, Path keyFile) implements GoogleSettings {

    @Override
    public Optional<Path> credentialsFile() {
      return Optional.of(keyFile);
    }

    @Override
    public Optional<String> impersonate() {
      return Optional.empty();
    }

    @Override
    public Optional<String> accountEmail() {
      return Optional.empty();
    }

    @Override
    public Duration connectTimeout() {
      return Duration.ofMillis(500);
    }

    @Override
    public Duration readTimeout() {
      return Duration.ofMillis(700);
    }

    @Override
    public Quota quota() {
      throw new AssertionError("the gateway knows no quota");
    }
  }
}
