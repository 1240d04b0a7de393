package io.daybreak.imports.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.sheet.RowBlock;
import io.daybreak.contracts.sheet.WriteRows;
import io.daybreak.imports.format.Format;
import io.daybreak.imports.format.Measure;
import io.daybreak.imports.report.JobSweep;
import io.daybreak.imports.run.ClaimedRun;
import io.daybreak.imports.run.ImportWork.SentRows;
import io.daybreak.imports.testing.SimulatedNaver;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.work.ClaimLostException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole imports against the simulator of NAVER. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(SimulatedNaver.class)
class NaverImportTest extends ImportOverTheWire {

  @Inject JobSweep sweep;

  /** Enough keywords that some are deleted, purged ones among them. */
  @Override
  Map<String, Object> size() {
    return Map.of("keywords", 40, "dailyKeys", 900);
  }

  @ParameterizedTest
  @EnumSource(value = Format.class, names = "NSA_GQ", mode = EnumSource.Mode.EXCLUDE)
  void everyFormatHasTheSumsOfTheSource(Format format) {
    LocalDate from = YESTERDAY.minusDays(2);
    ClaimedRun run = run(format, from, YESTERDAY);
    sheets.silence(run.spreadsheetId());

    SentRows sent = work.execute(run, progress);

    List<List<String>> rows = rows(run, sent);
    JsonPath source = naver.totals(from, YESTERDAY);
    assertThat(sum(rows, format, Measure.IMPRESSIONS))
        .isEqualByComparingTo(of(source, "impressions"));
    assertThat(sum(rows, format, Measure.CLICKS)).isEqualByComparingTo(of(source, "clicks"));
    assertThat(sum(rows, format, cost(format))).isEqualByComparingTo(of(source, "cost"));
    assertThat(sum(rows, format, Measure.CONVERSIONS))
        .isEqualByComparingTo(of(source, "conversions"));
    if (format.measures().contains(Measure.REVENUE)) {
      assertThat(sum(rows, format, Measure.REVENUE))
          .isEqualByComparingTo(of(source, "purchaseRevenue"));
    }
    if (source.get("rows." + format.name()) != null) {
      assertThat(rows).hasSize(source.getInt("rows." + format.name()));
    }
    assertThat(rows.stream().map(row -> row.get(0))).isSortedAccordingTo(Comparator.naturalOrder());
    assertThat(progress.days.get()).isEqualTo(3);
    assertThat(progress.rows.get()).isEqualTo(sent.rows());
    assertThat(sent.leftOut()).isEmpty();
  }

  @Test
  void searchTermsHaveTheirRowsAndNoConversions() {
    ClaimedRun run = run(Format.NSA_GQ, YESTERDAY, YESTERDAY);
    sheets.silence(run.spreadsheetId());

    List<List<String>> rows = rows(run, work.execute(run, progress));

    assertThat(rows).hasSizeGreaterThan(50).allSatisfy(row -> assertThat(row).hasSize(9));
    assertThat(rows.stream().map(row -> row.get(5)).distinct()).hasSizeGreaterThan(20);
  }

  @Test
  void everyRowHasItsNamesThoseOfDeletedAndPurgedKeywordsToo() {
    ClaimedRun run = run(Format.NSA_T, YESTERDAY.minusDays(2), YESTERDAY);
    sheets.silence(run.spreadsheetId());

    List<List<String>> rows = rows(run, work.execute(run, progress));

    assertThat(rows)
        .allSatisfy(
            row -> assertThat(List.of(row.get(2), row.get(4), row.get(6))).doesNotContain(""));
    assertThat(rows).anySatisfy(row -> assertThat(row.get(6)).isEqualTo("-"));
    assertThat(calls()).isLessThanOrEqualTo(12);
  }

  @Test
  void aRenamingIsSeenByTheNextImportWithFewCalls() {
    ClaimedRun first = run(Format.NSA_T, YESTERDAY, YESTERDAY);
    sheets.silence(first.spreadsheetId());
    String campaign = rows(first, work.execute(first, progress)).get(0).get(1);
    long before = calls();
    naver.change(campaign, Map.of("name", "새 이름"));
    ClaimedRun second = run(Format.NSA_T, YESTERDAY, YESTERDAY);
    sheets.silence(second.spreadsheetId());

    List<List<String>> rows = rows(second, work.execute(second, progress));

    assertThat(rows.stream().filter(row -> row.get(1).equals(campaign)).map(row -> row.get(2)))
        .containsOnly("새 이름");
    assertThat(calls() - before).isLessThanOrEqualTo(6);
  }

  @Test
  void anImportGoesOnWithoutNaversListsAndWithARefusedId() {
    naver.post("/_sim/masters", Map.of("customer", Long.parseLong(customerId)));
    ClaimedRun run = run(Format.NSA_T, YESTERDAY, YESTERDAY);
    sheets.silence(run.spreadsheetId());

    List<List<String>> rows = rows(run, work.execute(run, progress));

    assertThat(rows).anySatisfy(row -> assertThat(row.get(2)).isNotEmpty());
  }

  @Test
  void aDayThatIsNotReadyIsLeftOutAndNamed() {
    naver.report(YESTERDAY, "NOT_READY", 9);
    naver.report(YESTERDAY.minusDays(2), "AGGREGATING", 9);
    ClaimedRun run = run(Format.NSA_CTD, YESTERDAY.minusDays(3), YESTERDAY);
    sheets.silence(run.spreadsheetId());

    SentRows sent = work.execute(run, progress);

    assertThat(sent.leftOut()).containsExactly(YESTERDAY.minusDays(2), YESTERDAY);
    assertThat(rows(run, sent).stream().map(row -> row.get(0)).distinct())
        .containsExactly(YESTERDAY.minusDays(3).toString(), YESTERDAY.minusDays(1).toString());
  }

  @Test
  void aDayWithoutDataAmongFullOnesIsDoubted() {
    naver.report(YESTERDAY, "NONE", 9);

    SentRows sent = work.execute(run(Format.NSA_CTD, YESTERDAY.minusDays(4), YESTERDAY), progress);

    assertThat(sent.leftOut()).containsExactly(YESTERDAY);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"VANISHES", "ERROR", "CHANGED", "DOWNLOAD_FAILS_ONCE", "NOT_FOUND"})
  void whatIsNoFaultOfNaversEndsNoRun(Fault fault) {
    naver.report(YESTERDAY.minusDays(1), fault.name(), 1);

    SentRows sent = work.execute(run(Format.NSA_CTD, YESTERDAY.minusDays(2), YESTERDAY), progress);

    assertThat(sent.leftOut()).hasSize(fault == Fault.NOT_FOUND ? 1 : 0);
  }

  /** Outcomes of the simulator's jobs. */
  enum Fault {
    VANISHES,
    ERROR,
    CHANGED,
    DOWNLOAD_FAILS_ONCE,
    NOT_FOUND
  }

  @Test
  void conversionsOfWholeDaysAreKeptForAYear() {
    LocalDate old = YESTERDAY.minusDays(80);
    ClaimedRun run = run(Format.NSA_T, old, old);
    sheets.silence(run.spreadsheetId());

    assertThat(rows(run, work.execute(run, progress)))
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get(10)).isNotEmpty());
  }

  @Test
  void daysWithoutKeptConversionsHaveEmptyCells() {
    LocalDate old = YESTERDAY.minusDays(45);
    ClaimedRun run = run(Format.NSA_TD, old, old.plusDays(1));
    sheets.silence(run.spreadsheetId());

    assertThat(rows(run, work.execute(run, progress)))
        .allSatisfy(
            row -> assertThat(row.get(12).isEmpty()).isEqualTo(row.get(0).equals(old.toString())));
  }

  @Test
  void jobsAreDeletedAfterTheRunAndFewLooksWereNeeded() {
    work.execute(run(Format.NSA_CTD, YESTERDAY.minusDays(9), YESTERDAY), progress);

    assertThat(naver.calls("DELETE /stat-reports")).isZero();
    assertThat(naver.calls("POST /stat-reports")).isEqualTo(20);
    assertThat(naver.calls("GET /stat-reports")).isLessThanOrEqualTo(20);

    sweepUntil(20);
  }

  @Test
  void whereNaverHasNoRoomOldJobsOfOurOwnMakeIt() {
    naver.post("/_sim/report-limit", Map.of("customer", Long.parseLong(customerId)));
    for (int runs = 0; runs < 4; runs++) {
      work.execute(run(Format.NSA_CTD, YESTERDAY.minusDays(14), YESTERDAY), progress);
    }

    assertThat(naver.calls("POST /stat-reports")).isGreaterThan(120);
    assertThat(naver.calls("DELETE /stat-reports")).isGreaterThanOrEqualTo(20);
  }

  @Test
  void todayIsNotAskedFor() {
    work.execute(run(Format.NSA_CTD, YESTERDAY, YESTERDAY.plusDays(1)), progress);

    assertThat(naver.calls("POST /stat-reports")).isEqualTo(2);
  }

  @Test
  void theJobsOfACancelledRunAreDeletedLater() {
    progress.cancelAfterDays = 2;

    assertThatThrownBy(
            () -> work.execute(run(Format.NSA_T, YESTERDAY.minusDays(20), YESTERDAY), progress))
        .isInstanceOf(ClaimLostException.class);

    assertThat(naver.calls("POST /stat-reports")).isLessThan(42);
    sweepUntil(naver.calls("POST /stat-reports"));
  }

  /** A sweep takes a few accounts at a time, and other tests have left theirs. */
  private void sweepUntil(long deletions) {
    await("the jobs are deleted")
        .until(
            () -> {
              sweep.sweep();
              return naver.calls("DELETE /stat-reports") == deletions;
            });
  }

  private long calls() {
    return naver.calls("POST /master")
        + naver.calls("GET /master")
        + naver.calls("GET /ncc")
        + naver.calls("GET /report-download")
        - naver.calls("POST /stat-reports");
  }

  private static BigDecimal of(JsonPath source, String sum) {
    return new BigDecimal(source.getString(sum));
  }

  private static Measure cost(Format format) {
    return format.measures().contains(Measure.COST) ? Measure.COST : Measure.COST_WITH_VAT_NOTE;
  }

  private static BigDecimal sum(List<List<String>> rows, Format format, Measure measure) {
    int column =
        format.columns().size() - format.measures().size() + format.measures().indexOf(measure);
    return rows.stream()
        .map(row -> new BigDecimal(row.get(column)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
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
}
