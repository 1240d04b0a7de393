package io.daybreak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.acceptance.world.Calls;
import io.daybreak.acceptance.world.Database;
import io.daybreak.acceptance.world.InWorld;
import io.daybreak.acceptance.world.Logs;
import io.daybreak.acceptance.world.Marketer;
import io.daybreak.acceptance.world.RawData;
import io.daybreak.acceptance.world.RawDataOrder;
import io.daybreak.acceptance.world.RunStatus;
import io.daybreak.acceptance.world.ShortTimes;
import io.daybreak.acceptance.world.State;
import io.daybreak.acceptance.world.World;
import io.daybreak.simulators.kernel.Fault;
import io.daybreak.simulators.kernel.FaultRule;
import io.daybreak.simulators.kernel.JournalEntry;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.naver.report.JobTiming;
import io.daybreak.simulators.naver.report.Outcome;
import io.daybreak.simulators.naver.report.ReportScript;
import io.daybreak.simulators.naver.totals.RowFormat;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.service.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What a process had in hand when it was killed is told as failed, once, and nobody redoes it. */
@InWorld
class KilledIT {

  /** Runs of one key that may be under way at once, as import-service is delivered. */
  private static final int AT_ONCE = 3;

  /** The lease, the sweep's second, and what a busy machine adds. */
  private static final Duration LEASE_TIME = ShortTimes.LEASE.plusSeconds(4);

  /** More than one update takes, so that they are written to a staging tab first. */
  private static final int STAGED_ROWS = 6_000;

  private static final Duration SLOW = Duration.ofSeconds(4);

  /** Longer than it takes to see that runs are being collected, and whose they are. */
  private static final Duration BUILDING = Duration.ofSeconds(15);

  private final World world;
  private final Database imports;
  private final Database sheets;

  KilledIT(World world) {
    this.world = world;
    this.imports = world.database(ServiceName.IMPORT);
    this.sheets = world.database(ServiceName.SHEET);
  }

  @Test
  void aKilledCollectorFailsItsRunsAndTheNextOneStarts() throws InterruptedException {
    AccountSpec first = world.account();
    Marketer marketer = world.newcomer();
    UUID key = marketer.register(first);
    List<RawData> sets = new ArrayList<>();
    List<JsonNode> before = new ArrayList<>();
    for (int i = 0; i <= AT_ONCE; i++) {
      AccountSpec account = i == 0 ? first : world.accountBesides(first);
      marketer.register(account);
      slowReports(account);
      String spreadsheet = world.spreadsheets().create();
      before.add(world.spreadsheets().snapshot(spreadsheet));
      sets.add(marketer.create(key, RawDataOrder.of(account, spreadsheet)));
    }
    UUID run = sets.get(0).status().runId();
    await("a worker has claimed the first run").until(() -> !workerOf(run).isEmpty());
    List<RawData> running = sets.subList(0, AT_ONCE);
    running.forEach(set -> set.awaitState(State.IMPORTING));
    String victim = workerOf(run);
    List<RawData> lost =
        running.stream().filter(set -> workerOf(set.status().runId()).equals(victim)).toList();

    holding(ServiceName.IMPORT, process -> victim.startsWith(process.processId() + "@")).kill();
    long killed = world.naver().journal().last();

    for (RawData set : lost) {
      RunStatus end = set.awaitEnd(LEASE_TIME);
      assertThat(end.failureCode()).isEqualTo("WORKER_LOST");
      assertThat(end.failureReason()).contains("after 0 of 1 days");
    }
    sets.stream().filter(set -> !lost.contains(set)).forEach(RawData::awaitSuccess);
    for (RawData set : lost) {
      Calls later = Calls.since(world.naver().journal(), killed);
      assertThat(later.of("customer", set.order().account().customerId()).entries())
          .as("calls but the removal of the lost run's jobs")
          .allMatch(call -> call.method().equals("DELETE"));
      assertUntouched(set, before.get(sets.indexOf(set)));
    }
    sets.forEach(this::assertClaimedOnce);
    sets.forEach(this::assertWrittenOnce);
  }

  @Test
  void aKilledWriterFailsItsRunAndTheNextOneStarts() throws InterruptedException {
    AccountSpec account = world.largeAccount(STAGED_ROWS, 1);
    Marketer marketer = world.newcomer();
    UUID key = marketer.register(account);
    String spreadsheet = world.spreadsheets().create();
    JsonNode before = world.spreadsheets().snapshot(spreadsheet);
    world
        .sheets()
        .faults()
        .add(
            FaultRule.on("PUT", ".*" + spreadsheet + "/values/.*", new Fault.Delay(SLOW))
                .onlyCall(1));
    RawData set =
        marketer.create(key, RawDataOrder.of(account, spreadsheet).in(RowFormat.NSA_TD).days(1));
    RawData next =
        marketer.create(key, RawDataOrder.of(account, spreadsheet).in(RowFormat.NSA_GTD));
    set.awaitState(State.INSERTING);
    await("the rows are on their way to Google").until(() -> writes(set).count() == 1);
    UUID run = set.status().runId();
    String holder = holderOf(run);

    holding(ServiceName.SHEET, process -> Logs.of(process).contains(holder)).kill();

    RunStatus end = set.awaitEnd(LEASE_TIME);
    assertThat(end.failureCode()).isEqualTo("WRITER_LOST");
    next.awaitSuccess();
    assertWrittenOnce(set);
    await("only the next one's tab is there, and nothing staged")
        .until(
            () ->
                world.spreadsheets().tabs(spreadsheet).size() == before.path("sheets").size() + 1);
    assertThat(world.spreadsheets().tabs(spreadsheet)).contains(next.order().tab());
    assertClaimedOnce(set);
  }

  private void slowReports(AccountSpec account) {
    JobTiming timing = new JobTiming(Duration.ZERO, BUILDING);
    world
        .naver()
        .scripts()
        .add(
            new ReportScript(
                account.customerId(), null, null, Outcome.NORMAL, Integer.MAX_VALUE, timing));
  }

  private ServiceProcess holding(ServiceName service, Predicate<ServiceProcess> which) {
    return world.replicas(service).stream().filter(which).findFirst().orElseThrow();
  }

  private String workerOf(UUID run) {
    return imports.text("select coalesce(claimed_by, '') from run where id = ?", run);
  }

  private String holderOf(UUID run) {
    return sheets.text("select holder::text from tab_write where run_id = ?", run);
  }

  private void assertClaimedOnce(RawData set) {
    long claims =
        imports.number(
            "select count(*) from run_log where run_id = ? and note like 'Claimed by worker%'",
            set.status().runId());
    assertThat(claims).isEqualTo(1);
  }

  /** No range of the set's spreadsheet was written twice, and no row is missing. */
  private void assertWrittenOnce(RawData set) {
    List<String> ranges = writes(set).entries().stream().map(JournalEntry::path).toList();
    assertThat(ranges).doesNotHaveDuplicates();
    if (set.status().state() == State.SUCCESS) {
      int rows =
          world
              .naver()
              .totals(set.order().account().customerId(), set.firstDay(), set.lastDay())
              .byKey(set.order().format())
              .size();
      assertThat(world.spreadsheets().rows(set.order().spreadsheet(), set.order().tab()))
          .hasSize(2 + rows);
    }
  }

  private Calls writes(RawData set) {
    return Calls.in(world.sheets().journal())
        .to("PUT", ".*" + set.order().spreadsheet() + "/values/.*");
  }

  private void assertUntouched(RawData set, JsonNode before) {
    await("nothing of the run stays in the spreadsheet")
        .untilAsserted(
            () ->
                assertThat(world.spreadsheets().snapshot(set.order().spreadsheet()))
                    .isEqualTo(before));
  }
}
