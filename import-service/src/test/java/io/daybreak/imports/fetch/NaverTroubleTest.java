package io.daybreak.imports.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.format.Format;
import io.daybreak.imports.run.ImportWork.SentRows;
import io.daybreak.imports.run.RunFailure;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What NAVER refuses or breaks off: one attempt each, and a reason. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(FakeNaverAddress.class)
class NaverTroubleTest extends ImportOverTheWire {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /stat-reports",
        "GET /stat-reports",
        "GET /report-download",
        "DELETE /stat-reports",
        "GET /ncc/campaigns",
        "GET /ncc/adgroups",
        "GET /ncc/keywords"
      })
  void aRefusalForTheRateOnlyWaitsForAnotherSlot(String call) {
    naver.misbehaves(customerId, call, 1, NaverTroubleTest::tooMany);

    SentRows sent = work.execute(run(Format.NSA_TD, YESTERDAY, YESTERDAY), progress);

    assertThat(sent.rows()).isPositive();
    assertThat(naver.jobsOf(customerId)).isZero();
  }

  @Test
  void whoIsRefusedAgainAndAgainGivesUp() {
    naver.misbehaves(customerId, "POST /stat-reports", 1000, NaverTroubleTest::tooMany);

    assertFails(FailureCode.NAVER_RATE_LIMITED);
    assertThat(naver.calls(customerId, "POST /stat-reports")).isBetween(2L, 10L);
  }

  @ParameterizedTest
  @CsvSource({
    "POST /stat-reports,   NAVER_TIMEOUT",
    "GET /stat-reports,    NAVER_TIMEOUT",
    "GET /report-download, NAVER_TIMEOUT",
    "GET /ncc/campaigns,   NAVER_TIMEOUT",
    "GET /ncc/adgroups,    NAVER_TIMEOUT",
    "GET /ncc/keywords,    NAVER_TIMEOUT"
  })
  void silenceIsOneAttempt(String call, FailureCode code) {
    naver.misbehaves(customerId, call, 1, silent -> {});

    assertFails(code);
    assertOneAttempt(call);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /stat-reports",
        "GET /stat-reports",
        "GET /report-download",
        "GET /ncc/campaigns",
        "GET /ncc/adgroups",
        "GET /ncc/keywords"
      })
  void aServerErrorIsOneAttempt(String call) {
    naver.misbehaves(customerId, call, 1, oops -> oops.response().setStatusCode(500).end("oops"));

    assertFails(FailureCode.NAVER_UNAVAILABLE);
    assertOneAttempt(call);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /stat-reports",
        "GET /stat-reports",
        "GET /report-download",
        "GET /ncc/campaigns",
        "GET /ncc/adgroups",
        "GET /ncc/keywords"
      })
  void aBrokenConnectionIsOneAttempt(String call) {
    naver.misbehaves(customerId, call, 1, broken -> broken.connection().close());

    assertFails(FailureCode.NAVER_UNAVAILABLE);
    assertOneAttempt(call);
  }

  @Test
  void aJobThatCannotBeDeletedDoesNotFailTheRun() {
    naver.misbehaves(
        customerId, "DELETE /stat-reports", 1, no -> no.response().setStatusCode(500).end());

    SentRows sent = work.execute(run(Format.NSA_TD, YESTERDAY, YESTERDAY), progress);

    assertThat(sent.rows()).isPositive();
    assertThat(naver.calls(customerId, "DELETE /stat-reports")).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "403, urn:naver:api:problem:invalid-signature, NAVER_KEY_REFUSED",
    "403, urn:naver:api:problem:auth-failed,       NAVER_NO_PERMISSION",
    "400, none,                                    NAVER_REFUSED"
  })
  void aRefusalHasTheReasonThatHelps(int status, String type, FailureCode code) {
    naver.misbehaves(
        customerId,
        "POST /stat-reports",
        1,
        no -> no.response().setStatusCode(status).end("{\"type\":\"" + type + "\"}"));

    assertFails(code);
  }

  @Test
  void aMalformedReportIsNamedByDayAndLine() {
    naver.misbehaves(
        customerId, "GET /report-download", 9, odd -> odd.response().end("one\tcell too few\n"));

    assertThatThrownBy(() -> work.execute(run(Format.NSA_TD, YESTERDAY, YESTERDAY), progress))
        .isInstanceOfSatisfying(
            RunFailure.class,
            e -> assertThat(e.code()).isEqualTo(FailureCode.NAVER_REPORT_MALFORMED))
        .hasMessageContaining(YESTERDAY.toString())
        .hasMessageContaining("line 1");
    assertThat(naver.jobsOf(customerId)).isZero();
  }

  private void assertFails(FailureCode code) {
    assertThatThrownBy(() -> work.execute(run(Format.NSA_TD, YESTERDAY, YESTERDAY), progress))
        .isInstanceOfSatisfying(RunFailure.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageEndingWith(".")
        .hasMessageNotContaining("licence-");
  }

  /** The conversion report goes its own way: it is ordered and downloaded as well. */
  private void assertOneAttempt(String call) {
    boolean once = call.startsWith("GET /ncc") || call.equals("GET /stat-reports");
    assertThat(naver.calls(customerId, call)).isLessThanOrEqualTo(once ? 1 : 2);
  }

  private static void tooMany(HttpServerRequest request) {
    request
        .response()
        .setStatusCode(429)
        .putHeader("Connection", "close")
        .end("{\"code\":429,\"message\":\"Too Many Requests\"}");
  }
}
