package io.daybreak.sheets.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.FinishTab;
import io.daybreak.contracts.sheet.RowsWritten;
import io.daybreak.contracts.sheet.RunFailed;
import io.daybreak.contracts.sheet.SheetCommand;
import io.daybreak.contracts.sheet.SheetEvent;
import io.daybreak.contracts.sheet.TabFinished;
import io.daybreak.contracts.sheet.TabPrepared;
import io.daybreak.kit.queue.QueueSender;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.sheets.fake.FakeGoogle;
import io.daybreak.sheets.fake.FakeSpreadsheet;
import io.daybreak.sheets.fake.FakeTab;
import io.daybreak.sheets.fake.GoogleResource;
import io.daybreak.sheets.fake.KeyFile;
import io.daybreak.sheets.fake.Trouble;
import io.daybreak.sheets.grid.Layouts;
import io.daybreak.sheets.grid.StagingTab;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@QuarkusTestResource(GoogleResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SheetCommandHandlerTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

  @Inject SheetCommandHandler handler;
  @Inject QueueSender sender;
  @Inject Pool pool;
  FakeGoogle google;
  private EventLog events;
  private String spreadsheet;
  private FakeSpreadsheet content;
  private ImportRun run;

  @BeforeAll
  void listen() {
    events = new EventLog();
  }

  @AfterAll
  void stopListening() {
    events.close();
  }

  @BeforeEach
  void aSpreadsheetWithAReport() {
    spreadsheet = "sheet-" + UUID.randomUUID();
    content = google.put(spreadsheet, new FakeSpreadsheet(new FakeTab(0, "report", 100, 10)));
    run = new ImportRun(spreadsheet, Layouts.small());
  }

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
                        new TabFinished(run.id, 3)));
    FakeTab tab = content.tab(Layouts.TITLE).orElseThrow();
    assertThat(tab.hidden).isFalse();
    assertThat(tab.rows).hasSize(5);
    assertThat(tab.columns).isEqualTo(3);
    assertThat(tab.frozenRows).isEqualTo(2);
    assertThat(tab.merges).isEqualTo(1);
    assertThat(tab.row(0)).containsExactly(Layouts.NOTICE, "", "");
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
    assertEnd(new TabFinished(run.id, 2));
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
  void anAbandonedRunLeavesTheSpreadsheetAsItWas() {
    handle(run.prepare(2), run.write(rows(0, 2)), run.abandon(), run.finish());

    assertThat(content.tabs()).extracting(tab -> tab.title).containsExactly("report");
    assertThat(events.of(run.id)).hasSize(2);
  }

  @Test
  void aRunThatWasAbandonedBeforeItBeganDoesNothing() {
    handle(run.abandon(), run.prepare(2), run.write(rows(0, 2)));

    assertThat(google.calls(spreadsheet)).isEmpty();
  }

  @Test
  void anAbandonedStagingTabThatGoogleKeptIsRemovedByTheNextRun() {
    handle(run.prepare(2));
    google.next(":batchUpdate", Trouble.Status.of(503, "UNAVAILABLE"));
    handle(run.abandon());
    assertThat(content.tabs()).hasSize(2);

    ImportRun next = new ImportRun(spreadsheet, Layouts.small());
    handle(next.prepare(2));

    assertThat(content.tabs())
        .extracting(tab -> tab.title)
        .containsExactly("report", StagingTab.titleOf(next.id));
  }

  @Test
  void aHiddenTabThatIsNotOursStays() {
    FakeTab foreign = new FakeTab(77, StagingTab.titleOf(UUID.randomUUID()), 3, 3);
    foreign.hidden = true;
    content.add(foreign);

    handle(run.prepare(2), run.abandon());

    assertThat(content.tab(foreign.title)).isPresent();
  }

  @Test
  void aWriterThatDiedBeforeItCalledGoogleFailsItsRun() {
    handle(run.prepare(4));
    dieInHandOf(1);

    assertFailed(FailureCode.WRITER_LOST, "went away");
    await().untilAsserted(() -> assertThat(content.tabs()).hasSize(1));
    assertThat(google.writes(spreadsheet)).hasSize(2);
  }

  @Test
  void aWriterThatDiedAfterItCalledGoogleFailsItsRunAndNothingIsWrittenAgain() {
    handle(run.prepare(4));
    dieInHandOf(1);
    handle(run.write(rows(0, 2)));

    assertFailed(FailureCode.WRITER_LOST, "");
    assertThat(google.writes(spreadsheet)).noneMatch(call -> call.contains("/values/"));
  }

  @Test
  void theNextCommandOfADeadWriterFailsTheRunAtOnce() {
    handle(run.prepare(4));
    pool.query(
            "update tab_write set in_hand_seq = 1, holder = gen_random_uuid(),"
                + " lease_until = now() + interval '1 hour' where run_id = '"
                + run.id
                + "'")
        .execute()
        .await()
        .indefinitely();
    run.lose();
    handle(run.write(rows(0, 1)));

    assertFailed(FailureCode.WRITER_LOST, "working on command 1");
  }

  @Test
  void aHolderThatWakesUpAfterItsRunWasEndedChangesNothing() {
    handle(run.prepare(4));
    google.next("/values/", new Trouble.Meanwhile(() -> dieInHandOf(1)));

    handle(run.write(rows(0, 2)));

    assertFailed(FailureCode.WRITER_LOST, "");
    assertThat(events.of(run.id)).noneMatch(RowsWritten.class::isInstance);
  }

  @Test
  void rowsBeyondTheEstimateMakeTheGridGrow() {
    handle(run.prepare(1));
    handle(run.write(rows(0, 3_000)), run.write(rows(3_000, 3_000)), run.finish());

    assertEnd(new TabFinished(run.id, 6_000));
    assertThat(content.tab(Layouts.TITLE).orElseThrow().rows).hasSize(6_002);
    assertThat(google.writes(spreadsheet)).hasSize(5);
  }

  @Test
  void googlesRefusalsHaveTheirReasons() {
    google.next("GET", Trouble.Status.of(403, "PERMISSION_DENIED"));
    handle(run.prepare(1));
    assertFailed(FailureCode.SHEET_NOT_SHARED, KeyFile.EMAIL);

    run = new ImportRun("unknown-" + spreadsheet, Layouts.small());
    handle(run.prepare(1));
    assertFailed(FailureCode.SHEET_NOT_FOUND, "No spreadsheet has this id");

    run = new ImportRun(spreadsheet, Layouts.small());
    google.next(":batchUpdate", Trouble.Status.of(400, "INVALID_ARGUMENT"));
    handle(run.prepare(1));
    assertFailed(FailureCode.SHEET_REFUSED, "as told by the test");

    run = new ImportRun(spreadsheet, Layouts.small());
    google.next(":batchUpdate", Trouble.Status.of(500, "INTERNAL"));
    handle(run.prepare(1));
    assertFailed(FailureCode.SHEET_UNAVAILABLE, "HTTP 500");
  }

  @Test
  void aWriteThatTimesOutFailsTheRunAndIsNotRepeated() {
    handle(run.prepare(2));
    google.next("/values/", new Trouble.DoneWithoutAnswer());
    handle(run.write(rows(0, 2)), run.finish());

    assertFailed(FailureCode.SHEET_TIMEOUT, "did not answer within 1 seconds");
    assertThat(google.writes(spreadsheet)).hasSize(2);
  }

  @Test
  void a429IsWaitedOutAndThenFailsTheRun() {
    google.next(":batchUpdate", Trouble.Status.of(429, "RESOURCE_EXHAUSTED"));
    handle(run.prepare(2));
    assertThat(events.of(run.id)).isNotNull();
    assertThat(google.writes(spreadsheet)).hasSize(2);

    IntStream.range(0, 5)
        .forEach(i -> google.next("/values/", Trouble.Status.of(429, "RESOURCE_EXHAUSTED")));
    handle(run.write(rows(0, 2)));
    assertFailed(FailureCode.SHEET_RATE_LIMITED, "quota");
    assertThat(google.writes(spreadsheet)).hasSize(5);
    google.forget();
  }

  @Test
  void malformedRowsFailTheRunAsOurFault() {
    handle(run.prepare(2));
    handle(run.write(List.of(List.of("no date", "a", "1"))));

    assertFailed(FailureCode.INTERNAL, "the column date is not a DATE");
  }

  private void handle(SheetCommand... commands) {
    for (SheetCommand command : commands) {
      handler.handle(command);
    }
  }

  /** Leaves a command in hand as an instance does that was killed a moment ago. */
  private void dieInHandOf(long sequence) {
    pool.preparedQuery(
            """
            update tab_write
            set in_hand_seq = $2, holder = gen_random_uuid(), lease_until = now() - interval '1 second'
            where run_id = $1
            """)
        .execute(Tuple.of(run.id, sequence))
        .await()
        .indefinitely();
  }

  private void assertEnd(SheetEvent event) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(events.of(run.id)).last().isEqualTo(event));
  }

  private void assertFailed(FailureCode code, String part) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(events.of(run.id)).last().isInstanceOf(RunFailed.class));
    List<SheetEvent> all = events.of(run.id);
    RunFailed failed = (RunFailed) all.get(all.size() - 1);
    assertThat(failed.code()).isEqualTo(code);
    assertThat(failed.reason()).contains(part);
    assertThat(all).filteredOn(RunFailed.class::isInstance).hasSize(1);
  }

  private static List<List<String>> rows(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(
            i -> List.of(DAY.plusDays(i / 500).toString(), i == 0 ? "=1+1" : "키워드 " + i, i + ".5"))
        .toList();
  }
}
