package io.daybreak.sheets.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.FinishTab;
import io.daybreak.contracts.sheet.RowsWritten;
import io.daybreak.contracts.sheet.SheetCommand;
import io.daybreak.contracts.sheet.TabFinished;
import io.daybreak.contracts.sheet.TabPrepared;
import io.daybreak.kit.queue.QueueSender;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.sheets.fake.FakeTab;
import io.daybreak.sheets.fake.GoogleResource;
import io.daybreak.sheets.grid.Layouts;
import io.daybreak.sheets.grid.StagingTab;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Commands once, twice, missing, malformed. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(GoogleResource.class)
class CommandSequenceTest extends RunInASpreadsheet {

  @Inject QueueSender sender;

  @Test
  void aFirstImportArrivesThroughTheQueues() {
    sender.send(run.prepare(3));
    sender.send(run.write(rows(0, 2)));
    sender.send(run.write(rows(2, 1)));
    sender.send(run.finish());

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(events.of(run.id))
                    .containsExactly(
                        new TabPrepared(run.id),
                        new RowsWritten(run.id, 2),
                        new RowsWritten(run.id, 3),
                        new TabFinished(run.id, 3, StagingTab.idOf(run.id), List.of(), null)));
    FakeTab tab = content.tab(Layouts.TITLE).orElseThrow();
    assertThat(tab.hidden).isFalse();
    assertThat(tab.rows).hasSize(5);
    assertThat(tab.columns).isEqualTo(3);
    assertThat(tab.frozenRows).isEqualTo(2);
    assertThat(tab.merges).isEqualTo(1);
    assertThat(tab.row(0).get(0).toString()).startsWith(Layouts.NOTICE).contains("갱신");
    assertThat(tab.row(0)).endsWith("", "");
    assertThat(tab.row(1)).containsExactly("date", "keyword", "cost");
    assertThat(tab.row(2)).containsExactly(new BigDecimal("46327"), "=1+1", new BigDecimal("0.5"));
    assertThat(tab.formats.values()).containsExactly("DATE", "TEXT", "");
    assertThat(content.tabs()).hasSize(2);
  }

  @Test
  void nobodySeesAnythingBeforeTheLastCommand() {
    handle(run.prepare(2), run.write(rows(0, 2)));

    assertThat(content.tab(Layouts.TITLE)).isEmpty();
    FakeTab staging = content.tab(StagingTab.titleOf(run.id)).orElseThrow();
    assertThat(staging.hidden).isTrue();
    assertThat(staging.columns).isEqualTo(3);
  }

  @Test
  void aCommandThatComesTwiceIsCarriedOutOnce() {
    SheetCommand prepare = run.prepare(2);
    SheetCommand write = run.write(rows(0, 2));
    SheetCommand finish = run.finish();

    handle(prepare, prepare, write, write, prepare, finish, finish, write);

    assertThat(google.writes(spreadsheet)).hasSize(3);
    assertFinished(2);
    assertThat(events.of(run.id)).hasSize(3);
  }

  @Test
  void aMissingCommandFailsTheRunAndWhatFollowsDoesNothing() {
    handle(run.prepare(4), run.write(rows(0, 2)));
    run.lose();
    handle(run.write(rows(2, 2)), run.finish());

    assertFailed(FailureCode.SEQUENCE_GAP, "Command 3 of the run arrived where command 2");
    assertThat(content.tab(Layouts.TITLE)).isEmpty();
    assertThat(google.writes(spreadsheet)).hasSize(2);
  }

  @Test
  void aRunWhoseFirstCommandIsMissingFails() {
    run.lose();

    handle(run.write(rows(0, 1)));

    assertFailed(FailureCode.SEQUENCE_GAP, "Command 1 of the run arrived where command 0");
    assertThat(google.calls(spreadsheet)).isEmpty();
  }

  @Test
  void rowsThatWereAnnouncedAndDidNotArriveFailTheRun() {
    handle(run.prepare(4), run.write(rows(0, 2)));
    handle(new FinishTab(run.id, 2, spreadsheet, 3, null));

    assertFailed(FailureCode.SEQUENCE_GAP, "The run has 3 rows, but 2 arrived");
  }

  @Test
  void rowsBeyondTheEstimateMakeTheGridGrow() {
    handle(run.prepare(1));
    handle(run.write(rows(0, 3_000)), run.write(rows(3_000, 3_000)), run.finish());

    assertFinished(6_000);
    assertThat(content.tab(Layouts.TITLE).orElseThrow().rows).hasSize(6_002);
    assertThat(google.writes(spreadsheet)).hasSize(5);
  }

  @Test
  void malformedRowsFailTheRunAsOurFault() {
    handle(run.prepare(2));
    handle(run.write(List.of(List.of("no date", "a", "1"))));

    assertFailed(FailureCode.INTERNAL, "the column date is not a DATE");
  }

  private static List<List<String>> rows(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(
            i -> List.of(DAY.plusDays(i / 500).toString(), i == 0 ? "=1+1" : "키워드 " + i, i + ".5"))
        .toList();
  }
}
