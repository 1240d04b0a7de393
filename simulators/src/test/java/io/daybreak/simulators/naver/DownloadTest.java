package io.daybreak.simulators.naver;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.simulators.naver.access.RateLimits;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.naver.report.JobTiming;
import io.daybreak.simulators.naver.report.Outcome;
import io.daybreak.simulators.naver.report.ReportScript;
import io.daybreak.simulators.naver.report.ReportType;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Report files: how their address has to be used, and what is in them. */
class DownloadTest {

  private static final long CUSTOMER = 1_000_001;
  private static final LocalDate DAY = LocalDate.of(2026, 4, 2);

  private NaverSimulator naver;
  private NaverCaller caller;

  @BeforeEach
  void start() {
    naver =
        NaverSimulator.start(
            NaverConfig.standard(1)
                .withJobs(JobTiming.immediate())
                .withLimits(RateLimits.none())
                .withCalendar(Clock.fixed(Instant.parse("2026-04-04T00:00:00Z"), ZoneOffset.UTC)));
    naver.create(AccountSpec.small("licence", "secret", CUSTOMER, 1));
    caller = new NaverCaller(naver.url(), "licence", "secret", CUSTOMER);
  }

  @AfterEach
  void stop() {
    naver.close();
  }

  @Test
  void theAddressPointsAtTheSimulatorAndOpensTheFileAsItIs() {
    String url = build("AD_DETAIL", DAY);

    assertThat(url)
        .startsWith(naver.url() + "/report-download?authtoken=")
        .endsWith("&fileVersion=v2");
    assertThat(caller.get(relative(url)).statusCode()).isEqualTo(200);
  }

  @Test
  void aTokenEncodedTwiceOrNotAtAllOpensNothing() {
    String url = relative(build("AD_DETAIL", DAY));
    String token = url.replaceAll(".*authtoken=|&.*", "");
    String twice = URLEncoder.encode(token, StandardCharsets.UTF_8);
    String plain = URLDecoder.decode(token, StandardCharsets.UTF_8);

    assertBroken(caller.get(url.replace(token, twice)));
    assertBroken(caller.get(url.replace(token, plain)));
  }

  @Test
  void theFileVersionMustStay() {
    String url = relative(build("AD_DETAIL", DAY));

    assertBroken(caller.get(url.replace("&fileVersion=v2", "")));
    assertBroken(caller.get(url.replace("=v2", "=v1")));
  }

  @Test
  void aDeletedReportCannotBeDownloaded() {
    String url = relative(build("AD_DETAIL", DAY));
    caller.delete("/stat-reports");

    assertBroken(caller.get(url));
  }

  @Test
  void aReportThatChangedCannotBeDownloaded() {
    naver
        .scripts()
        .add(ReportScript.once(CUSTOMER, ReportType.AD_DETAIL, DAY, Outcome.CHANGED_AFTER_BUILT));
    String url = relative(build("AD_DETAIL", DAY));

    assertBroken(caller.get(url));
    assertThat(caller.list("/stat-reports").getJsonObject(0).getString("status"))
        .isEqualTo("CHANGED");
  }

  @Test
  void aDownloadNeedsTheFourHeadersAndTheRightAccount() {
    String url = relative(build("AD_DETAIL", DAY));
    naver.create(AccountSpec.small("other", "o", 2_000_002, 1));
    var other = new NaverCaller(naver.url(), "other", "o", 2_000_002);

    assertThat(NaverCaller.title(caller.with("X-Signature", null).get(url)))
        .isEqualTo("Missing Header");
    assertThat(other.get(url).statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({"AD_DETAIL, 16", "AD, 14", "AD_CONVERSION_DETAIL, 15", "AD_CONVERSION, 13"})
  void everyLineHasTheDocumentedColumnsAndThereIsNoHeader(String type, int columns) {
    List<String[]> lines = file(type, DAY);

    assertThat(lines).isNotEmpty().allMatch(line -> line.length == columns);
    assertThat(lines).allMatch(line -> line[0].equals("20260402") && line[1].equals("" + CUSTOMER));
  }

  @Test
  void keysOccurMoreThanOnceAndKeywordsMayBeMissing() {
    List<String[]> lines = file("AD_DETAIL", DAY);
    Map<List<String>, Integer> seen = new HashMap<>();
    lines.forEach(line -> seen.merge(Arrays.asList(line).subList(0, 11), 1, Integer::sum));

    assertThat(seen.values()).contains(1, 2);
    assertThat(lines).anyMatch(line -> line[4].equals("-"));
    assertThat(lines).anyMatch(line -> line[4].startsWith("nkw-"));
    assertThat(lines).extracting(line -> line[10]).contains("P", "M").hasSizeGreaterThan(100);
  }

  @Test
  void costsChangeTheirFormOnTheThirtiethOfMarch() {
    assertThat(file("AD_DETAIL", LocalDate.of(2026, 3, 29)))
        .allMatch(line -> line[13].matches("\\d+\\.\\d"));
    assertThat(file("AD_DETAIL", LocalDate.of(2026, 3, 30)))
        .allMatch(line -> line[13].matches("\\d+"));
  }

  @Test
  void aFileCanHaveOneColumnMore() {
    naver
        .scripts()
        .add(ReportScript.once(CUSTOMER, ReportType.AD_DETAIL, DAY, Outcome.EXTRA_COLUMN));

    assertThat(file("AD_DETAIL", DAY))
        .allMatch(line -> line.length == 17 && line[16].equals("새 열"));
  }

  @Test
  void aFileCanBeMalformed() {
    naver
        .scripts()
        .add(ReportScript.once(CUSTOMER, ReportType.AD_DETAIL, DAY, Outcome.MISSING_COLUMN));
    naver
        .scripts()
        .add(ReportScript.once(CUSTOMER, ReportType.AD_DETAIL, DAY, Outcome.NOT_A_NUMBER));

    assertThat(file("AD_DETAIL", DAY)).anyMatch(line -> line.length == 15);
    assertThat(file("AD_DETAIL", DAY)).anyMatch(line -> line[13].equals("n/a"));
  }

  @Test
  void theSameReportIsTheSameFileEveryTime() {
    String first = caller.get(relative(build("AD_DETAIL", DAY))).body();
    String second = caller.get(relative(build("AD_DETAIL", DAY))).body();

    assertThat(second).isEqualTo(first);
  }

  private List<String[]> file(String type, LocalDate day) {
    HttpResponse<String> response = caller.get(relative(build(type, day)));
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body().lines().map(line -> line.split("\t", -1)).toList();
  }

  private String build(String type, LocalDate day) {
    HttpResponse<String> response =
        caller.post(
            "/stat-reports",
            new JsonObject().put("reportTp", type).put("statDt", day.toString().replace("-", "")));
    assertThat(response.statusCode()).describedAs(response.body()).isEqualTo(200);
    return new JsonObject(response.body()).getString("downloadUrl");
  }

  private static String relative(String url) {
    URI uri = URI.create(url);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private static void assertBroken(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).contains("\"name\":\"InternalServerError\"");
  }
}
