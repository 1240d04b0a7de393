package io.daybreak.imports.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.sheet.RowBlock;
import io.daybreak.contracts.sheet.WriteRows;
import io.daybreak.imports.format.Format;
import io.daybreak.imports.run.ClaimedRun;
import io.daybreak.imports.run.ImportWork.SentRows;
import io.daybreak.imports.run.RunStopped;
import io.daybreak.imports.testing.Person;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whole imports, from NAVER's wire to the queue of sheet-service. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(FakeNaverAddress.class)
class NaverImportTest extends ImportOverTheWire {

  @ParameterizedTest
  @EnumSource(Format.class)
  void everyFormatHasTheRowsOfTheSource(Format format) {
    LocalDate from = YESTERDAY.minusDays(4);
    ClaimedRun run = run(format, from, YESTERDAY);
    sheets.silence(run.spreadsheetId());

    SentRows sent = work.execute(run, progress);

    List<List<String>> rows = rows(run, sent);
    assertThat(RowSums.of(rows, format))
        .isEqualTo(RowSums.atSource(customerId, format, from, YESTERDAY));
    assertThat(rows).hasSameSizeAs(RowSums.atSource(customerId, format, from, YESTERDAY).keySet());
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

  @Test
  void aCancelledRunStopsAndLeavesNoJobs() {
    progress.cancelAfterDays = 2;

    assertThatThrownBy(
            () -> work.execute(run(Format.NSA_T, YESTERDAY.minusDays(20), YESTERDAY), progress))
        .isInstanceOf(RunStopped.class);
    assertThat(naver.jobsOf(customerId)).isZero();
    assertThat(naver.calls(customerId, "POST /stat-reports")).isLessThan(42);
  }

  @Test
  void aJobThatNaverIsJustMakingWhenTheRunIsCancelledIsDeletedToo() {
    naver.tellsLateOfJobs(customerId, Duration.ofMillis(200));
    progress.cancelAfterDays = 2;

    assertThatThrownBy(
            () -> work.execute(run(Format.NSA_T, YESTERDAY.minusDays(40), YESTERDAY), progress))
        .isInstanceOf(RunStopped.class);
    assertThat(naver.jobsOf(customerId)).isZero();
    assertThat(naver.calls(customerId, "DELETE /stat-reports"))
        .isEqualTo(naver.calls(customerId, "POST /stat-reports"));
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

  private static String keywordName(String id) {
    if (id.equals("-")) {
      return "-";
    }
    String name = Campaigns.nameOf(id);
    return name == null ? "" : name;
  }
}
