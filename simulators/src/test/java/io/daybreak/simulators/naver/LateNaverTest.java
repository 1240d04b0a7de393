package io.daybreak.simulators.naver;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.simulators.naver.access.RateLimits;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.naver.report.JobTiming;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Late mornings, half reports, and others who use the same account. */
class LateNaverTest {

  private final LocalDate yesterday = LocalDate.now(ZoneId.of("Asia/Seoul")).minusDays(1);

  private NaverSimulator naver;
  private NaverCaller caller;

  @BeforeEach
  void start() {
    naver =
        NaverSimulator.start(
            NaverConfig.standard(1).withLimits(RateLimits.none()).withJobs(JobTiming.immediate()));
    naver.create(AccountSpec.small("licence", "secret", 1_000_001, 1));
    naver.create(AccountSpec.small("licence", "secret", 1_000_002, 1));
    caller = new NaverCaller(naver.url(), "licence", "secret", 1_000_001);
  }

  @AfterEach
  void stop() {
    naver.close();
  }

  @Test
  void yesterdayIsNotReadyForTheAccountThatIsLateAndForNoOther() {
    late("NOT_READY");
    var other = new NaverCaller(naver.url(), "licence", "secret", 1_000_002);

    assertThat(NaverCaller.code(order(yesterday))).isEqualTo(20007);
    assertThat(order(yesterday.minusDays(1)).statusCode()).isEqualTo(200);
    assertThat(other.post("/stat-reports", body(yesterday)).statusCode()).isEqualTo(200);
  }

  @Test
  void theOrderIsRefusedInOutagesWithAnotherCode() {
    late("NOT_FOUND");

    assertThat(NaverCaller.code(order(yesterday))).isEqualTo(20011);
  }

  @Test
  void anAggregatingJobGoesOnWhenTheDayIsReady() {
    late("AGGREGATING");
    long id = new JsonObject(order(yesterday).body()).getLong("reportJobId");
    assertThat(status(id)).isEqualTo("AGGREGATING");

    naver.scripts().clearMornings();

    assertThat(status(id)).isEqualTo("BUILT");
  }

  @Test
  void aReportThatIsFetchedEarlyIsHalfOfWhatItIsLater() {
    late("HALF");
    long half = lines(new JsonObject(order(yesterday).body()));
    naver.scripts().clearMornings();
    long whole = lines(new JsonObject(order(yesterday).body()));

    assertThat(half).isEqualTo((whole + 1) / 2);
  }

  @Test
  void beyondAHundredJobsTheOrderIsRefusedWhereThatIsAskedFor() {
    caller.control("/_sim/report-limit", new JsonObject().put("customer", 1_000_001));
    for (int i = 0; i < 100; i++) {
      assertThat(order(yesterday).statusCode()).isEqualTo(200);
    }

    assertThat(order(yesterday).statusCode()).isEqualTo(400);
    assertThat(caller.list("/stat-reports")).hasSize(100);
  }

  @Test
  void allJobsVanishWhenAnotherToolDeletesThem() {
    order(yesterday);

    caller.control("/_sim/reports/vanish", new JsonObject().put("customer", 1_000_001));

    assertThat(caller.list("/stat-reports")).isEmpty();
  }

  @Test
  void aDownloadFailsOnceWhereAScriptSaysSo() {
    caller.control("/_sim/reports", new JsonObject().put("outcome", "DOWNLOAD_FAILS_ONCE"));
    JsonObject job = new JsonObject(order(yesterday).body());

    assertThat(download(job).statusCode()).isEqualTo(500);
    assertThat(download(job).statusCode()).isEqualTo(200);
  }

  @Test
  void theAccountsOfAKeyAndThoseOfItsManagersAreListedWithoutACustomer() {
    caller.control(
        "/_sim/accounts",
        new JsonObject()
            .put("licence", "licence")
            .put("secret", "secret")
            .put("customerId", 1_000_003)
            .put("manager", 77));
    NaverCaller nobody = caller.with("X-Customer", null);

    assertThat(content(nobody.get("/ad-accounts"))).hasSize(2);
    assertThat(
            content(nobody.get("/manager-accounts")).getJsonObject(0).getLong("managerAccountNo"))
        .isEqualTo(77);
    assertThat(
            content(nobody.get("/manager-accounts/77/child-ad-accounts?page=0&size=1000"))
                .getJsonObject(0)
                .getLong("customerId"))
        .isEqualTo(1_000_003);
  }

  private void late(String until) {
    caller.control(
        "/_sim/mornings", new JsonObject().put("customer", 1_000_001).put("until", until));
  }

  private HttpResponse<String> order(LocalDate day) {
    return caller.post("/stat-reports", body(day));
  }

  private static JsonObject body(LocalDate day) {
    return new JsonObject()
        .put("reportTp", "AD_DETAIL")
        .put("statDt", day.format(DateTimeFormatter.BASIC_ISO_DATE));
  }

  private String status(long id) {
    return caller.object("/stat-reports/" + id).getString("status");
  }

  private HttpResponse<String> download(JsonObject job) {
    URI url = URI.create(job.getString("downloadUrl"));
    return caller.get(url.getRawPath() + "?" + url.getRawQuery());
  }

  private long lines(JsonObject job) {
    return download(job).body().lines().count();
  }

  private static JsonArray content(HttpResponse<String> page) {
    return new JsonObject(page.body()).getJsonArray("content");
  }
}
