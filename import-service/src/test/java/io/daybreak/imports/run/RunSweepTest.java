package io.daybreak.imports.run;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.sheet.AbandonTab;
import io.daybreak.contracts.sheet.FinishTab;
import io.daybreak.contracts.sheet.SheetEvent;
import io.daybreak.contracts.sheet.TabPrepared;
import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.FakeImport;
import io.daybreak.imports.testing.FakeSheets;
import io.daybreak.imports.testing.PausableClock;
import io.daybreak.imports.testing.Person;
import io.daybreak.imports.testing.Person.Accepted;
import io.daybreak.kit.queue.MessageHandler;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.work.Claim;
import io.daybreak.kit.work.ClaimLostException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs whose worker or writer is gone, made old by hand. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class RunSweepTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject RunSweep sweep;
  @Inject RunExecution execution;
  @Inject RunClaims claims;
  @Inject PausableClock clock;
  @Inject MessageHandler<SheetEvent> events;
  @Inject FakeImport imports;
  @Inject FakeSheets sheets;
  @Inject Database database;

  private final Person person = Person.marketer();
  private final String customerId = newCustomerId();
  private UUID key;
  private Claim<ClaimedRun> claim;

  @BeforeEach
  void aKey() {
    key = person.registerKey(customerId);
  }

  @Test
  void aRunWhoseClaimExpiredFailsAndTheNextStarts() {
    Accepted lost = claimedByNobodyElse();
    IntStream.range(0, 3).forEach(i -> silent());
    assertThat(waiting()).isEqualTo(1);
    expire(lost);

    sweepOnEveryReplica();

    assertThat(failure(lost)).isEqualTo("WORKER_LOST");
    assertThat(waiting()).isZero();
    await("the staging tab is abandoned")
        .atMost(PATIENCE)
        .until(
            () -> sheets.commandsOf(lost.runId()).stream().anyMatch(AbandonTab.class::isInstance));
    assertThat(
            database.number(
                "select count(*) from run_log where run_id = ? and state = 0", lost.runId()))
        .isEqualTo(1);
  }

  @Test
  void aRunThatIsClaimedIsKept() {
    Accepted held = claimedByNobodyElse();

    sweepOnEveryReplica();

    assertThat(person.code(held.id())).isEqualTo(4);
    assertThat(claim.held()).isTrue();
  }

  @Test
  void aWorkerThatWasPausedWritesNothingOnceItsRunWasEnded() {
    Accepted lost = claimedByNobodyElse();
    expire(lost);
    sweepOnEveryReplica();

    assertThat(claim.held()).as("it has not looked yet").isTrue();
    assertThatExceptionOfType(ClaimLostException.class)
        .isThrownBy(() -> claims.progress(claim, 1, 10));
    assertThat(database.number("select count(*) from run_day where run_id = ?", lost.runId()))
        .isZero();
  }

  @Test
  void aWorkerThatWasPausedWhileItSentItsLastRowsDoesNotFinishTheTab() {
    Accepted lost = silentForAJob();
    imports.of(
        customerId,
        (run, progress) -> {
          expire(lost);
          sweepOnEveryReplica();
          return new ImportWork.SentRows(10, 1);
        });

    assertThat(execution.executeOne(lost.runId(), "paused").orElseThrow().outcome())
        .isEqualTo(RunExecution.Outcome.STOPPED);

    assertThat(failure(lost)).isEqualTo("WORKER_LOST");
    assertThat(sheets.commandsOf(lost.runId())).noneMatch(FinishTab.class::isInstance);
  }

  @Test
  void aWorkerThatWasPausedKnowsItByItsOwnClockBeforeItsNextCall() {
    Accepted lost = silentForAJob();
    AtomicBoolean called = new AtomicBoolean();
    imports.of(
        customerId,
        (run, progress) -> {
          clock.pause(Duration.ofMinutes(1));
          progress.checkCancelled();
          called.set(true);
          return FakeImport.tenRows(progress);
        });

    assertThat(execution.executeOne(lost.runId(), "paused").orElseThrow().outcome())
        .isEqualTo(RunExecution.Outcome.STOPPED);

    assertThat(called).isFalse();
  }

  @Test
  void aRunIsClaimedOnce() {
    Accepted claimed = claimedByNobodyElse();

    assertThat(claims.claim(claimed.runId(), "another")).isEmpty();
    assertThat(execution.executeOne(claimed.runId(), "another")).isEmpty();
  }

  @Test
  void aJobExecutesTheOneRunItWasStartedFor() {
    Accepted accepted = silent();
    database.change("update run set executor = 'JOB' where id = ?", accepted.runId());
    events.handle(new TabPrepared(accepted.runId()));

    assertThat(execution.executeOne(accepted.runId(), "job")).isPresent();

    assertThat(person.code(accepted.id())).isEqualTo(5);
    assertThat(imports.started()).containsOnlyOnce(accepted.runId());
  }

  @Test
  void aRunThatNobodyWritesFails() {
    Accepted creating = silent();
    makeSilentFor(creating, "31 minutes");

    sweepOnEveryReplica();

    assertThat(failure(creating)).isEqualTo("WRITER_LOST");
  }

  @Test
  void aRunWaitsWhileTheWriterServesOthers() {
    Accepted creating = silent();
    Accepted other = silent();
    makeSilentFor(creating, "11 minutes");
    database.change("update run set last_event_at = now() where id = ?", other.runId());

    sweepOnEveryReplica();

    assertThat(person.code(creating.id())).isEqualTo(3);
  }

  @Test
  void aRunFailsSoonerWhereTheWriterServesNobody() {
    Accepted creating = silent();
    database.change("update run set last_event_at = last_event_at - interval '1 day'");
    makeSilentFor(creating, "11 minutes");

    sweepOnEveryReplica();

    assertThat(failure(creating)).isEqualTo("WRITER_LOST");
  }

  @Test
  void aRunThatNoWorkerTakesFailsWhereNoneIsAlive() {
    Accepted unclaimed = silent();
    database.change("update run set executor = 'JOB' where id = ?", unclaimed.runId());
    events.handle(new TabPrepared(unclaimed.runId()));
    database.change(
        "update run set claimed_until = now() - interval '1 second' where claimed_until is not"
            + " null");
    database.change(
        "update run set state_since = now() - interval '2 hours' where id = ?", unclaimed.runId());

    sweepOnEveryReplica();

    assertThat(failure(unclaimed)).isEqualTo("WORKER_LOST");
  }

  @Test
  void theSweepStartsWhatAPromotionForgot() {
    Accepted creating = silent();
    database.change(
"""
insert into run (id, raw_data_id, api_key_id, customer_id, kind, trigger, state, first_day, last_day,
                 plan_calls, plan_rows, rows_basis)
select gen_random_uuid(), id, api_key_id, customer_id, 'UPDATE', 'PERSON', 2, '2026-01-01', '2026-01-02',
       1, 1, 'DEFAULT'
from raw_data where id = ?
""",
        silentAndCancelled());
    assertThat(waiting()).isEqualTo(1);

    sweepOnEveryReplica();

    assertThat(waiting()).isZero();
    assertThat(person.code(creating.id())).isEqualTo(3);
  }

  private void sweepOnEveryReplica() {
    IntStream.range(0, 4)
        .mapToObj(replica -> sweep.sweep().subscribeAsCompletionStage())
        .toList()
        .forEach(CompletableFuture::join);
  }

  private Accepted silent() {
    String spreadsheetId = newSpreadsheetId();
    sheets.silence(spreadsheetId);
    return person.define(key, customerId, spreadsheetId);
  }

  private UUID silentAndCancelled() {
    Accepted accepted = silent();
    person.cancel(accepted.id()).then().statusCode(200);
    return accepted.id();
  }

  private void expire(Accepted accepted) {
    database.change(
        "update run set claimed_until = now() - interval '1 second' where id = ?",
        accepted.runId());
  }

  private Accepted silentForAJob() {
    Accepted accepted = silent();
    database.change("update run set executor = 'JOB' where id = ?", accepted.runId());
    events.handle(new TabPrepared(accepted.runId()));
    return accepted;
  }

  private Accepted claimedByNobodyElse() {
    Accepted accepted = silentForAJob();
    claim = claims.claim(accepted.runId(), "worker").orElseThrow();
    return accepted;
  }

  private void makeSilentFor(Accepted accepted, String time) {
    database.change(
        "update run set state_since = now() - cast(? as interval) where id = ?",
        time,
        accepted.runId());
  }

  private long waiting() {
    return database.number(
        "select count(*) from run where api_key_id = ? and state in (1, 2)", key);
  }

  private String failure(Accepted accepted) {
    assertThat(person.code(accepted.id())).isZero();
    return database.column("select failure_code from run where id = ?", accepted.runId()).get(0);
  }
}
