package io.daybreak.imports.rawdata;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static io.daybreak.imports.testing.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.daybreak.contracts.sheet.AbandonTab;
import io.daybreak.contracts.sheet.SheetEvent;
import io.daybreak.contracts.sheet.TabFinished;
import io.daybreak.contracts.sheet.TabPrepared;
import io.daybreak.imports.run.RunProgress;
import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.FakeImport;
import io.daybreak.imports.testing.FakeSheets;
import io.daybreak.imports.testing.Person;
import io.daybreak.imports.testing.Person.Accepted;
import io.daybreak.kit.queue.MessageHandler;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.work.ClaimLostException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person changes their mind, whatever the run is doing. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class CancelTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject MessageHandler<SheetEvent> events;
  @Inject FakeImport imports;
  @Inject FakeSheets sheets;
  @Inject Database database;

  private final Person person = Person.marketer();
  private final String customerId = newCustomerId();
  private UUID key;

  @BeforeEach
  void aKey() {
    key = person.registerKey(customerId);
  }

  @Test
  void aWaitingRunIsCancelledWithoutATraceInTheSheet() {
    IntStream.range(0, 3).forEach(i -> silent());
    Accepted waiting = silent();

    cancelled(waiting);

    assertThat(sheets.commandsOf(waiting.runId())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 6})
  void aStartedRunIsCancelledAndItsTabAbandoned(int state) {
    Accepted accepted = silent();
    bringTo(state, accepted);

    cancelled(accepted);

    await("the staging tab is abandoned")
        .atMost(PATIENCE)
        .until(
            () ->
                sheets.commandsOf(accepted.runId()).stream()
                    .anyMatch(AbandonTab.class::isInstance));
    events.handle(new TabPrepared(accepted.runId()));
    events.handle(new TabFinished(accepted.runId(), 1));
    assertThat(person.code(accepted.id())).isZero();
  }

  @Test
  void theWorkerOfACancelledRunStopsAndTheNextRunStarts() {
    AtomicBoolean stopped = new AtomicBoolean();
    imports.of(
        customerId,
        (run, progress) -> {
          stopped.set(stopsByItself(progress));
          throw new ClaimLostException("seen");
        });
    Accepted accepted = person.define(key, customerId, newSpreadsheetId());
    await("a worker has it")
        .atMost(PATIENCE)
        .until(() -> imports.started().contains(accepted.runId()));
    IntStream.range(0, 2).forEach(i -> silent());
    Accepted next = silent();
    assertThat(next.code()).isEqualTo(1);

    cancelled(accepted);

    assertThat(person.code(next.id())).isEqualTo(3);
    await("the worker notices").atMost(PATIENCE).untilTrue(stopped);
  }

  @Test
  void whatHasEndedCannotBeCancelled() {
    Accepted accepted = person.define(key, customerId, newSpreadsheetId());
    await("the import succeeds").atMost(PATIENCE).until(() -> person.code(accepted.id()) == 7);

    problem(person.cancel(accepted.id()), 409, "no-live-run");
    assertThat(person.code(accepted.id())).isEqualTo(7);
  }

  private void cancelled(Accepted accepted) {
    person
        .cancel(accepted.id())
        .then()
        .statusCode(200)
        .body("code", equalTo(0))
        .body("failureCode", equalTo("CANCELLED"));
  }

  private void bringTo(int state, Accepted accepted) {
    database.change("update run set executor = 'JOB' where id = ?", accepted.runId());
    IntStream.rangeClosed(4, state)
        .forEach(
            next ->
                database.change("update run set state = ? where id = ?", next, accepted.runId()));
    assertThat(person.code(accepted.id())).isEqualTo(state);
  }

  private Accepted silent() {
    String spreadsheetId = newSpreadsheetId();
    sheets.silence(spreadsheetId);
    return person.define(key, customerId, spreadsheetId);
  }

  private static boolean stopsByItself(RunProgress progress) {
    await("the progress says that the run is gone")
        .atMost(Duration.ofMinutes(2)) // while the test does its steps
        .until(
            () -> {
              try {
                progress.checkCancelled();
                return false;
              } catch (ClaimLostException stop) {
                return true;
              }
            });
    return true;
  }
}
