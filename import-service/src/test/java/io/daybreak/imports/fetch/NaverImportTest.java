package io.daybreak.imports.fetch;

import static java.math.BigDecimal.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.RowBlock;
import io.daybreak.contracts.sheet.WriteRows;
import io.daybreak.imports.format.Format;
import io.daybreak.imports.run.ClaimedRun;
import io.daybreak.imports.run.ImportWork.SentRows;
import io.daybreak.imports.run.RunFailure;
import io.daybreak.imports.run.RunKind;
import io.daybreak.imports.run.RunProgress;
import io.daybreak.imports.run.RunStopped;
import io.daybreak.imports.testing.FakeSheets;
import io.daybreak.imports.testing.Person;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole imports, from NAVER's wire to the queue of sheet-service. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(FakeNaverAddress.class)
class NaverImportTest {

  private static final LocalDate YESTERDAY = LocalDate.now(ZoneId.of("Asia/Seoul")).minusDays(1);

  @Inject NaverImport work;
  @Inject FakeNaver naver;
  @Inject FakeSheets sheets;

  private final String customerId = Person.newCustomerId();
  private final Progress progress = new Progress();

  @ParameterizedTest
  @EnumSource(Format.class)
  void everyFormatHasTheRowsOfTheSource(Format format) {
    LocalDate from = YESTERDAY.minusDays(4);
    ClaimedRun run = run(format, from, YESTERDAY);
    sheets.silence(run.spreadsheetId());

    SentRows sent = work.execute(run, progress);

    List<List<String>> rows = rows(run, sent);
    assertThat(sums(rows, format)).isEqualTo(sourceSums(format, from));
    assertThat(rows).hasSameSizeAs(sourceSums(format, from).keySet());
    assertThat(rows.stream().map(row -> row.get(0))).isSortedAccordingTo(Comparator.naturalOrder());
    assertThat(progress.days.get()).isEqualTo(5);
    assertThat(progress.rows.get()).isEqualTo(sent.rows());
  }

  @Test
  void namesAreThoseOfNaverAndEmptyForWhatWasDeleted() {
    ClaimedRun run = run(Format.NSA_T, YESTERDAY, YESTERDAY);
    sheets.silence(run.spreadsheetId());

    List<List<String>> rows = rows(run, work.execute(run, progress));

    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.get(2)).isEqualTo(Campaigns.nameOf(row.get(1)));
              assertThat(row.get(4)).isEqualTo(Campaigns.nameOf(row.get(3)));
              assertThat(row.get(6)).isEqualTo(keywordName(row.get(5)));
            });
    assertThat(rows).anySatisfy(row -> assertThat(row.get(6)).isEmpty());
    assertThat(rows).anySatisfy(row -> assertThat(row.get(6)).isEqualTo("-"));
  }

  @Test
  void aSecondImportAsksForNoNames() {
    UUID apiKey = Person.marketer().registerKey(customerId);
    work.execute(run(apiKey, Format.NSA_TD, YESTERDAY, YESTERDAY), progress);
    long asked = naver.calls(customerId, "GET /ncc/");

    work.execute(run(apiKey, Format.NSA_TD, YESTERDAY, YESTERDAY), progress);

    assertThat(asked).isEqualTo(3);
    assertThat(naver.calls(customerId, "GET /ncc/")).isEqualTo(asked);
  }

  @Test
  void daysWithoutKeptConversionsHaveEmptyCells() {
    LocalDate old = YESTERDAY.minusDays(45);
    ClaimedRun run = run(Format.NSA_T, old, old.plusDays(1));
    sheets.silence(run.spreadsheetId());

    List<List<String>> rows = rows(run, work.execute(run, progress));

    assertThat(rows)
        .allSatisfy(
            row -> assertThat(row.get(10).isEmpty()).isEqualTo(row.get(0).equals(old.toString())));
    assertThat(naver.calls(customerId, "POST /stat-reports")).isEqualTo(3);
  }

  @Test
  void noJobsAreLeftAndFewLooksWereNeeded() {
    work.execute(run(Format.NSA_CTD, YESTERDAY.minusDays(9), YESTERDAY), progress);

    assertThat(naver.jobsOf(customerId)).isZero();
    assertThat(naver.calls(customerId, "POST /stat-reports")).isEqualTo(20);
    assertThat(naver.calls(customerId, "DELETE /stat-reports")).isEqualTo(20);
    assertThat(naver.calls(customerId, "GET /stat-reports")).isLessThanOrEqualTo(20);
  }

  @Test
  void todayIsNotAskedFor() {
    work.execute(run(Format.NSA_CTD, YESTERDAY, YESTERDAY.plusDays(1)), progress);

    assertThat(naver.calls(customerId, "POST /stat-reports")).isEqualTo(2);
  }

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
    naver.misbehaves(customerId, call, 1, NaverImportTest::tooMany);

    SentRows sent = work.execute(run(Format.NSA_TD, YESTERDAY, YESTERDAY), progress);

    assertThat(sent.rows()).isPositive();
    assertThat(naver.jobsOf(customerId)).isZero();
  }

  @Test
  void whoIsRefusedAgainAndAgainGivesUp() {
    naver.misbehaves(customerId, "POST /stat-reports", 1000, NaverImportTest::tooMany);

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

  @Test
  void aCancelledRunStopsAndLeavesNoJobs() {
    progress.cancelAfterDays = 2;

    assertThatThrownBy(
            () -> work.execute(run(Format.NSA_T, YESTERDAY.minusDays(20), YESTERDAY), progress))
        .isInstanceOf(RunStopped.class);
    assertThat(naver.jobsOf(customerId)).isZero();
    assertThat(naver.calls(customerId, "POST /stat-reports")).isLessThan(42);
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

  private ClaimedRun run(Format format, LocalDate from, LocalDate to) {
    return run(Person.marketer().registerKey(customerId), format, from, to);
  }

  private ClaimedRun run(UUID apiKey, Format format, LocalDate from, LocalDate to) {
    return new ClaimedRun(
        UUID.randomUUID(),
        UUID.randomUUID(),
        apiKey,
        customerId,
        format,
        Person.newSpreadsheetId(),
        null,
        from,
        to,
        RunKind.CREATE);
  }

  /** What reached sheet-service; checks that every chunk has its place. */
  private List<List<String>> rows(ClaimedRun run, SentRows sent) {
    await("the chunks travel over a real queue")
        .until(() -> sheets.commandsOf(run.runId()).size() == sent.chunks());
    List<List<String>> rows = new ArrayList<>();
    long sequence = 1;
    for (WriteRows chunk : chunks(run)) {
      assertThat(chunk.sequence()).isEqualTo(sequence++);
      assertThat(chunk.startRow()).isEqualTo(rows.size());
      rows.addAll(RowBlock.unpack(chunk.rows()));
      assertThat(chunk.startRow() + chunk.rowCount()).isEqualTo(rows.size());
    }
    assertThat(rows).hasSize((int) sent.rows());
    return rows;
  }

  private List<WriteRows> chunks(ClaimedRun run) {
    return sheets.commandsOf(run.runId()).stream().map(WriteRows.class::cast).toList();
  }

  /** Impressions, clicks, cost and conversions by the row's dimensions without the names. */
  private static Map<List<String>, List<BigDecimal>> sums(List<List<String>> rows, Format format) {
    Map<List<String>, List<BigDecimal>> sums = new HashMap<>();
    int names = format.columns().size() - 4;
    for (List<String> row : rows) {
      List<String> key = new ArrayList<>();
      for (int column = 0; column < names; column++) {
        if (!format.columns().get(column).header().matches("(캠페인|광고그룹|키워드) \\(.*")) {
          key.add(row.get(column));
        }
      }
      add(sums, key, row.subList(names, names + 4).toArray(String[]::new));
    }
    return sums;
  }

  private Map<List<String>, List<BigDecimal>> sourceSums(Format format, LocalDate from) {
    Map<List<String>, List<BigDecimal>> sums = new HashMap<>();
    Campaigns source = new Campaigns(customerId);
    from.datesUntil(YESTERDAY.plusDays(1))
        .forEach(
            day -> {
              for (Campaigns.Shown line : source.shown(day)) {
                add(
                    sums,
                    key(format, day, line.place()),
                    String.valueOf(line.impressions()),
                    String.valueOf(line.clicks()),
                    line.cost().toString(),
                    "0");
              }
              for (Campaigns.Converted line : source.converted(day)) {
                String count = String.valueOf(line.count());
                add(sums, key(format, day, line.place()), "0", "0", "0", count);
              }
            });
    return sums;
  }

  private static List<String> key(Format format, LocalDate day, Campaigns.Place place) {
    String date = day.toString();
    String hour = String.valueOf(place.hour());
    String device = place.device() == 'P' ? "PC" : "MOBILE";
    return switch (format) {
      case NSA_CTD -> List.of(date, hour, device, place.campaign());
      case NSA_GTD -> List.of(date, hour, device, place.campaign(), place.adGroup());
      case NSA_TD ->
          List.of(date, hour, device, place.campaign(), place.adGroup(), place.keyword());
      case NSA_T -> List.of(date, place.campaign(), place.adGroup(), place.keyword());
    };
  }

  private static void add(
      Map<List<String>, List<BigDecimal>> sums, List<String> key, String... numbers) {
    List<BigDecimal> before = sums.getOrDefault(key, List.of());
    List<BigDecimal> after = new ArrayList<>();
    for (int i = 0; i < numbers.length; i++) {
      BigDecimal sum = new BigDecimal(numbers[i]).add(before.isEmpty() ? ZERO : before.get(i));
      after.add(sum.signum() == 0 ? ZERO : sum.stripTrailingZeros());
    }
    sums.put(key, after);
  }

  private static String keywordName(String id) {
    if (id.equals("-")) {
      return "-";
    }
    String name = Campaigns.nameOf(id);
    return name == null ? "" : name;
  }

  /** Remembers what the work told, and stops it after some days. */
  private static final class Progress implements RunProgress {

    private final AtomicInteger days = new AtomicInteger();
    private final AtomicLong rows = new AtomicLong();
    private volatile int cancelAfterDays = Integer.MAX_VALUE;

    @Override
    public void fetched(int daysDone, long rowsSoFar) {
      days.set(daysDone);
      rows.set(rowsSoFar);
      checkCancelled();
    }

    @Override
    public void checkCancelled() {
      if (days.get() >= cancelAfterDays) {
        throw new RunStopped("a person cancelled it");
      }
    }
  }
}
