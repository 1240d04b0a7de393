package io.daybreak.imports.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.format.Format;
import io.daybreak.imports.run.ImportWork.SentRows;
import io.daybreak.imports.run.RunFailure;
import io.daybreak.imports.testing.SimulatedNaver;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What NAVER refuses or breaks off: what ends a run, with its reason, and what does not. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(SimulatedNaver.class)
class NaverTroubleTest extends ImportOverTheWire {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /stat-reports",
        "GET /stat-reports",
        "GET /report-download",
        "POST /master-reports",
        "GET /master-reports"
      })
  void aRefusalForTheRateOnlyWaitsForAnotherSlot(String call) {
    fault(call, Map.of("fault", "status", "status", 429, "count", 1));

    SentRows sent = work.execute(run(Format.NSA_TD, YESTERDAY, YESTERDAY), progress);

    assertThat(sent.rows()).isPositive();
  }

  @Test
  void whoIsRefusedAgainAndAgainGivesUp() {
    fault("POST /stat-reports", Map.of("fault", "status", "status", 429));

    assertFails(FailureCode.NAVER_RATE_LIMITED);
    assertThat(naver.calls("POST /stat-reports")).isBetween(2L, 10L);
  }

  @ParameterizedTest
  @CsvSource({
    "POST /stat-reports,   silence,      NAVER_TIMEOUT",
    "GET /stat-reports,    silence,      NAVER_TIMEOUT",
    "GET /report-download, silence,      NAVER_TIMEOUT",
    "GET /report-download, stalled-body, NAVER_TIMEOUT",
    "POST /stat-reports,   reset-before, NAVER_UNAVAILABLE",
    "GET /stat-reports,    reset-before, NAVER_UNAVAILABLE",
    "POST /stat-reports,   status,       NAVER_UNAVAILABLE",
    "GET /stat-reports,    status,       NAVER_UNAVAILABLE"
  })
  void whatNaverFailsAtIsOneAttempt(String call, String fault, FailureCode code) {
    fault(call, Map.of("fault", fault));

    assertFails(code);
    assertThat(naver.calls(call)).isLessThanOrEqualTo(2);
  }

  @Test
  void aSlowDownloadHasNoLimitButSilence() {
    fault("GET /report-download", Map.of("fault", "slow-body", "bytes", 400, "millis", 20));

    assertThat(work.execute(run(Format.NSA_TD, YESTERDAY, YESTERDAY), progress).rows())
        .isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"silence", "reset-before", "status"})
  void namesFailNoRun(String fault) {
    fault("POST /master-reports", Map.of("fault", fault));
    fault("GET /ncc/keywords", Map.of("fault", fault));

    assertThat(work.execute(run(Format.NSA_T, YESTERDAY, YESTERDAY), progress).rows()).isPositive();
  }

  @Test
  void aDownloadThatFailsAgainAndAgainEndsTheRun() {
    naver.fault("GET", "/report-download", Map.of("fault", "status", "status", 500));

    assertFails(FailureCode.NAVER_UNAVAILABLE);
    assertThat(naver.calls("GET /report-download")).isBetween(4L, 12L);
  }

  @ParameterizedTest
  @CsvSource({
    "403, urn:naver:api:problem:invalid-signature, NAVER_KEY_REFUSED",
    "403, urn:naver:api:problem:auth-failed,       NAVER_NO_PERMISSION",
    "400, none,                                    NAVER_REFUSED"
  })
  void aRefusalHasTheReasonThatHelps(int status, String type, FailureCode code) {
    String body = "{\"type\":\"" + type + "\"}";
    fault("POST /stat-reports", Map.of("fault", "status", "status", status, "body", body));

    assertFails(code);
  }

  @Test
  void aMalformedReportIsNamedByDayAndLine() {
    naver.report(YESTERDAY, "NOT_A_NUMBER", 9);

    assertThatThrownBy(() -> work.execute(run(Format.NSA_TD, YESTERDAY, YESTERDAY), progress))
        .isInstanceOfSatisfying(
            RunFailure.class,
            e -> assertThat(e.code()).isEqualTo(FailureCode.NAVER_REPORT_MALFORMED))
        .hasMessageContaining(YESTERDAY.toString())
        .hasMessageContaining("line ");
  }

  private void fault(String call, Map<String, Object> fault) {
    String[] parts = call.split(" ");
    naver.fault(parts[0], parts[1], fault);
  }

  private void assertFails(FailureCode code) {
    assertThatThrownBy(() -> work.execute(run(Format.NSA_TD, YESTERDAY, YESTERDAY), progress))
        .isInstanceOfSatisfying(RunFailure.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageEndingWith(".")
        .hasMessageNotContaining("licence-");
  }
}
