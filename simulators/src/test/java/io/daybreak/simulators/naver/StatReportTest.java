package io.daybreak.simulators.naver;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.simulators.naver.access.RateLimits;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.naver.report.JobTiming;
import io.daybreak.simulators.naver.report.Outcome;
import io.daybreak.simulators.naver.report.ReportScript;
import io.daybreak.simulators.naver.report.ReportType;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Report jobs: what may be ordered, which states they pass, what their files need to be opened. */
class StatReportTest {

  private static final long CUSTOMER = 1_000_001;

  /** 2026-10-02 in Seoul, one day more than in Greenwich. */
  private static final Instant NOW = Instant.parse("2026-10-01T16:30:00Z");

  private NaverSimulator naver;
  private NaverCaller caller;

  @BeforeEach
  void start() {
    start(NaverConfig.standard(1).withJobs(JobTiming.immediate()));
  }

  private void start(NaverConfig config) {
    naver =
        NaverSimulator.start(
            config.withLimits(RateLimits.none()).withCalendar(Clock.fixed(NOW, ZoneOffset.UTC)));
    naver.create(AccountSpec.small("licence", "secret", CUSTOMER, 1));
    caller = new NaverCaller(naver.url(), "licence", "secret", CUSTOMER);
  }

  @AfterEach
  void stop() {
    naver.close();
  }

  @Test
  void aJobPassesItsStatesAndHasAnAddressOnlyWhenItIsBuilt() {
    naver.close();
    start(
        NaverConfig.standard(1)
            .withJobs(new JobTiming(Duration.ofMillis(150), Duration.ofMillis(150))));
    long id = order("AD_DETAIL", "20261001").getLong("reportJobId");

    Set<String> seen = new LinkedHashSet<>();
    await("the job is built")
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              JsonObject job = caller.object("/stat-reports/" + id);
              seen.add(job.getString("status"));
              boolean built = job.getString("status").equals("BUILT");
              assertThat(job.getString("downloadUrl").isEmpty()).isEqualTo(!built);
              return built;
            });

    assertThat(seen).containsExactly("REGIST", "RUNNING", "BUILT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"20261001", "2026-09-30T15:00:00Z"})
  void theDayIsSeoulsAndShownAsAnInstant(String day) {
    JsonObject job = order("AD_DETAIL", day);

    assertThat(job.getString("statDt")).isEqualTo("2026-09-30T15:00:00Z");
    assertThat(job.getString("regTm")).isEqualTo("2026-10-01T16:30:00Z");
    assertThat(job.getString("loginId")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"reportTp\":\"AD_DETAIL\",\"statDt\":\"2026-10-01\"}",
        "{\"reportTp\":\"AD_DETAIL\",\"statDt\":\"20261301\"}",
        "{\"reportTp\":\"AD_DETAIL\"}",
        "{\"reportTp\":\"NAVERPAY_CONVERSION\",\"statDt\":\"20261001\"}",
        "{\"statDt\":\"20261001\"}",
        "[]",
        "null",
        "not json",
        ""
      })
  void anOrderThatIsNotUnderstoodIsRefused(String body) {
    HttpResponse<String> response = caller.post("/stat-reports", body, "application/json");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(NaverCaller.code(response)).isEqualTo(11001);
  }

  @Test
  void theContentTypeMustBeSentExactlyOnce() {
    String body = "{\"reportTp\":\"AD_DETAIL\",\"statDt\":\"20261001\"}";
    String json = "application/json; charset=UTF-8";

    assertThat(caller.post("/stat-reports", body, json).statusCode()).isEqualTo(200);
    assertThat(NaverCaller.code(caller.post("/stat-reports", body, json, json))).isEqualTo(11005);
    assertThat(NaverCaller.code(caller.post("/stat-reports", body))).isEqualTo(11005);
    assertThat(NaverCaller.code(caller.post("/stat-reports", body, "text/plain"))).isEqualTo(11005);
  }

  @ParameterizedTest
  @CsvSource({"20261002", "20261003"})
  void todayAndTheFutureAreRefused(String day) {
    HttpResponse<String> response = ordered("AD_DETAIL", day);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(NaverCaller.code(response)).isEqualTo(20007);
  }

  @Test
  void yesterdayIsRefusedUntilItsNumbersAreReady() {
    naver.close();
    start(NaverConfig.standard(1).withReadyAt(LocalTime.of(4, 0)));

    assertThat(NaverCaller.code(ordered("AD_DETAIL", "20261001"))).isEqualTo(20007);
    assertThat(ordered("AD_DETAIL", "20260930").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "AD_DETAIL, 180",
    "AD_CONVERSION_DETAIL, 45",
    "AD, 365",
    "SHOPPINGKEYWORD_CONVERSION_DETAIL, 45"
  })
  void eachTypeIsKeptForItsOwnNumberOfDays(String type, int days) {
    LocalDate today = LocalDate.of(2026, 10, 2);
    String last = today.minusDays(days).toString().replace("-", "");
    String tooOld = today.minusDays(days + 1).toString().replace("-", "");

    assertThat(ordered(type, last).statusCode()).isEqualTo(200);
    assertThat(NaverCaller.code(ordered(type, tooOld))).isEqualTo(10004);
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, NONE",
    "ERROR, ERROR",
    "AGGREGATING, AGGREGATING",
    "CHANGED, CHANGED",
    "EXTRA_COLUMN, BUILT",
    "NOT_A_NUMBER, BUILT"
  })
  void aScriptDecidesTheEndOfItsJobsOnly(Outcome outcome, String status) {
    naver
        .scripts()
        .add(ReportScript.once(CUSTOMER, ReportType.AD_DETAIL, LocalDate.of(2026, 10, 1), outcome));

    assertThat(order("AD_DETAIL", "20260930").getString("status")).isEqualTo("BUILT");
    assertThat(order("AD_DETAIL", "20261001").getString("status")).isEqualTo(status);
    assertThat(order("AD_DETAIL", "20261001").getString("status")).isEqualTo("BUILT");
  }

  @Test
  void aScriptCanComeOverHttp() {
    caller.control(
        "/_sim/reports",
        new JsonObject().put("outcome", "NOT_READY").put("day", "2026-10-01").put("times", 1));

    assertThat(NaverCaller.code(ordered("AD_DETAIL", "20261001"))).isEqualTo(20007);
    assertThat(ordered("AD_DETAIL", "20261001").statusCode()).isEqualTo(200);
  }

  @Test
  void aDayBeforeTheAccountBeganIsNone() {
    naver.create(
        new AccountSpec(
            "licence", "secret", CUSTOMER, 1, 2, 2, 2, 1, 10, LocalDate.of(2026, 9, 30)));

    assertThat(order("AD_DETAIL", "20260930").getString("status")).isEqualTo("BUILT");
    assertThat(order("AD_DETAIL", "20260929").getString("status")).isEqualTo("NONE");
  }

  @Test
  void aTypeWithoutDataIsNone() {
    assertThat(order("CRITERION", "20261001").getString("status")).isEqualTo("NONE");
  }

  @Test
  void ofMoreThanAHundredJobsTheOldestDisappearSilently() {
    long first = order("AD", "20260601").getLong("reportJobId");
    long second = order("AD", "20260601").getLong("reportJobId");
    for (int i = 0; i < 99; i++) {
      order("AD", "20260601");
    }

    JsonArray jobs = caller.list("/stat-reports");

    assertThat(jobs).hasSize(100);
    assertThat(jobs.stream().map(job -> ((JsonObject) job).getLong("reportJobId")).collect(toSet()))
        .contains(second)
        .doesNotContain(first);
    assertThat(caller.get("/stat-reports/" + first).statusCode()).isEqualTo(404);
  }

  @Test
  void deletedJobsAreGone() {
    long one = order("AD", "20261001").getLong("reportJobId");
    order("AD", "20261001");

    assertThat(caller.delete("/stat-reports/" + one).statusCode()).isEqualTo(204);
    assertThat(caller.delete("/stat-reports/" + one).statusCode()).isEqualTo(404);
    assertThat(caller.list("/stat-reports")).hasSize(1);
    assertThat(caller.delete("/stat-reports").statusCode()).isEqualTo(204);
    assertThat(caller.list("/stat-reports")).isEmpty();
  }

  @Test
  void jobsOfOtherCustomersAreInvisible() {
    long mine = order("AD", "20261001").getLong("reportJobId");
    naver.create(AccountSpec.small("other", "o", 2_000_002, 1));
    var other = new NaverCaller(naver.url(), "other", "o", 2_000_002);

    assertThat(other.list("/stat-reports")).isEmpty();
    assertThat(other.get("/stat-reports/" + mine).statusCode()).isEqualTo(404);
  }

  private JsonObject order(String type, String day) {
    HttpResponse<String> response = ordered(type, day);
    assertThat(response.statusCode()).describedAs(response.body()).isEqualTo(200);
    return new JsonObject(response.body());
  }

  private HttpResponse<String> ordered(String type, String day) {
    return caller.post("/stat-reports", new JsonObject().put("reportTp", type).put("statDt", day));
  }
}
