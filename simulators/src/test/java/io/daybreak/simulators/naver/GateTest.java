package io.daybreak.simulators.naver;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.simulators.naver.access.RateLimits;
import io.daybreak.simulators.naver.access.Signature;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is let in, and what the others are told. */
class GateTest {

  private static final long CUSTOMER = 1_000_001;

  private NaverSimulator naver;
  private NaverCaller caller;

  @BeforeEach
  void start() {
    naver = NaverSimulator.start(NaverConfig.standard(1).withLimits(RateLimits.none()));
    naver.create(AccountSpec.small("licence", "secret", CUSTOMER, 1));
    caller = new NaverCaller(naver.url(), "licence", "secret", CUSTOMER);
  }

  @AfterEach
  void stop() {
    naver.close();
  }

  @Test
  void aSignedCallIsLetInAndHasATransactionId() {
    HttpResponse<String> response = caller.get("/ncc/campaigns");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("X-Transaction-ID")).isPresent();
  }

  @Test
  void theQueryIsNotSigned() {
    assertThat(caller.get("/ncc/campaigns?recordSize=1").statusCode()).isEqualTo(200);
  }

  @Test
  void eachMissingHeaderIsNamedBeforeAnythingElseIsJudged() {
    for (String header : new String[] {"X-Timestamp", "X-API-KEY", "X-Customer", "X-Signature"}) {
      HttpResponse<String> response =
          caller.with("X-API-KEY", "wrong").with(header, null).get("/ncc/campaigns");

      JsonObject body = new JsonObject(response.body());
      assertThat(response.statusCode()).isEqualTo(403);
      assertThat(body.getString("type")).isEqualTo("urn:naver:api:problem:missing-header");
      assertThat(body.getString("header")).isEqualTo(header);
    }
  }

  @Test
  void theChecksGoFromKeyToTimestampToSignatureToCustomer() {
    NaverCaller allWrong =
        caller
            .with("X-API-KEY", "wrong")
            .with("X-Timestamp", "0")
            .with("X-Signature", "wrong")
            .with("X-Customer", "9");

    assertRefused(allWrong, "Invalid API-KEY");
    assertRefused(allWrong.with("X-API-KEY", "licence"), "Invalid Timestamp");
    assertRefused(caller.with("X-Signature", "wrong").with("X-Customer", "9"), "Invalid Signature");
    assertRefused(caller.with("X-Customer", "9"), "Auth Failed");
  }

  @Test
  void aClockThatIsMoreThanAMinuteOffIsRefusedInBothDirections() {
    long now = System.currentTimeMillis();

    assertThat(caller.getAt(now - 55_000, "/ncc/campaigns").statusCode()).isEqualTo(200);
    assertThat(caller.getAt(now + 55_000, "/ncc/campaigns").statusCode()).isEqualTo(200);
    assertThat(caller.getAt(now - 61_000, "/ncc/campaigns").statusCode()).isEqualTo(403);
    assertThat(NaverCaller.title(caller.getAt(now + 65_000, "/ncc/campaigns")))
        .isEqualTo("Invalid Timestamp");
    assertRefused(caller.with("X-Timestamp", "soon"), "Invalid Timestamp");
  }

  @Test
  void aSignatureIsGoodForItsMethodAndPathOnly() {
    long now = System.currentTimeMillis();
    String signature = Signature.of("secret", "" + now, "GET", "/ncc/ads");

    NaverCaller reused = caller.with("X-Timestamp", "" + now).with("X-Signature", signature);

    assertRefused(reused, "Invalid Signature");
    assertThat(reused.get("/ncc/ads").statusCode()).isEqualTo(400);
  }

  @Test
  void aRotatedSecretIsValidAtOnceAndTheOldOneNoMore() {
    caller.control("/_sim/api-keys/licence/secret", new JsonObject().put("secret", "new"));

    assertRefused(caller, "Invalid Signature");
    assertThat(
            new NaverCaller(naver.url(), "licence", "new", CUSTOMER)
                .get("/ncc/campaigns")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void anAccountCreatedAtRunTimeBelongsToItsKeyOnly() {
    HttpResponse<String> created =
        caller.control(
            "/_sim/accounts",
            new JsonObject()
                .put("licence", "second")
                .put("secret", "s2")
                .put("customerId", 2_000_002)
                .put("campaigns", 3));

    var second = new NaverCaller(naver.url(), "second", "s2", 2_000_002);
    assertThat(created.statusCode()).isEqualTo(201);
    assertThat(second.list("/ncc/campaigns")).hasSize(3);
    assertRefused(second.with("X-Customer", "" + CUSTOMER), "Auth Failed");
  }

  @Test
  void aKeyMayReachSeveralCustomers() {
    naver.create(AccountSpec.small("licence", "secret", CUSTOMER, 1).forCustomer(1_000_002));

    var other = new NaverCaller(naver.url(), "licence", "secret", 1_000_002);

    assertThat(other.list("/ncc/campaigns").encode())
        .contains("1000002")
        .isNotEqualTo(caller.list("/ncc/campaigns").encode());
  }

  @Test
  void tooManyCallsAreRefusedWithAClosedConnectionAndNoHint() {
    naver.limit(new RateLimits(10, 3, 100, 100, Duration.ofMinutes(1)));
    for (int i = 0; i < 3; i++) {
      assertThat(caller.get("/ncc/campaigns").statusCode()).isEqualTo(200);
    }

    HttpResponse<String> refused = caller.get("/ncc/campaigns");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).isEqualTo("{\"code\":429,\"message\":\"Too Many Requests\"}");
    assertThat(refused.headers().firstValue("Connection")).hasValue("close");
    assertThat(refused.headers().firstValue("Retry-After")).isEmpty();
    assertThat(caller.get("/stat-reports").statusCode()).isEqualTo(200);
  }

  @Test
  void anAddressIsLimitedWhoeverCalls() {
    naver.limit(new RateLimits(10, 10, 10, 2, Duration.ofMinutes(1)));
    caller.with("X-API-KEY", "stranger").get("/ncc/campaigns");
    caller.with("X-Signature", null).get("/ncc/campaigns");

    HttpResponse<String> refused = caller.get("/ncc/campaigns");

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("Request Not Over 2 rps");
  }

  @Test
  void theJournalSaysWhoCalled() {
    caller.get("/ncc/campaigns");

    assertThat(naver.journal().entries().get(0).identity())
        .containsEntry("customer", "" + CUSTOMER)
        .containsEntry("apiKey", "licence")
        .containsEntry("address", "127.0.0.1");
  }

  private static void assertRefused(NaverCaller caller, String title) {
    HttpResponse<String> response = caller.get("/ncc/campaigns");
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(NaverCaller.title(response)).isEqualTo(title);
  }
}
