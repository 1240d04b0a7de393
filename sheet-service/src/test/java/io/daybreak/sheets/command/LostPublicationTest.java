package io.daybreak.sheets.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.AbandonTab;
import io.daybreak.contracts.sheet.RunFailed;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.sheets.run.Publishing;
import io.daybreak.sheets.run.TabWrites;
import io.daybreak.sheets.run.Taking;
import io.daybreak.sheets.simulated.SimulatedGoogle;
import io.daybreak.simulators.kernel.Fault;
import io.daybreak.simulators.kernel.FaultRule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Writers that die around the update that publishes, with rows that travel in it (3 a day) and rows
 * that were staged (3,000 a day): nobody says that a run failed whose rows are in the tab.
 */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(SimulatedGoogle.class)
class LostPublicationTest extends RunInABook {

  @Inject Pool pool;
  @Inject TabWrites writes;

  @BeforeAll
  void patience() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60)); // a busy machine is no failure
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 3_000})
  void anUpdateWhoseAnswerAndLookAreLostIsFoundOutLater(int rowsADay) {
    imported();
    Run run = ready(rowsADay);
    google.befall(FaultRule.on("POST", ".*:batchUpdate", new Fault.ResetAfter()));
    google.befall(
        FaultRule.on("GET", "/v4/spreadsheets/" + book.id(), new Fault.Status(503, null))
            .calls(staged(rowsADay) ? 2 : 1, 2));

    handler.handle(run.finish());

    run.finished();
    assertThat(cost()).isEqualTo(5 * 3 + 7.0 * rowsADay * 2);
    assertThat(events.of(run.id)).noneMatch(RunFailed.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 3_000})
  void aWriterThatWasKilledWhileItsUpdateHappenedIsFoundOut(int rowsADay) {
    imported();
    Run run = ready(rowsADay);
    google.befall(FaultRule.on("POST", ".*:batchUpdate", new Fault.Delay(Duration.ofSeconds(4))));
    CompletableFuture<Void> killed = CompletableFuture.runAsync(() -> handler.handle(run.finish()));
    Awaitility.await().until(() -> publishing(run));
    kill(run);
    google.heal();

    run.finished();
    killed.join();
    assertThat(cost()).isEqualTo(5 * 3 + 7.0 * rowsADay * 2);
    assertThat(events.of(run.id)).noneMatch(RunFailed.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 3_000})
  void aWriterThatWasKilledBeforeItsUpdateLeftFailsItsRunAndTheTabIsAsItWas(int rowsADay) {
    imported();
    Run run = ready(rowsADay);
    Taking.InHand taken = (Taking.InHand) writes.take(run.finish());
    writes.publishing(taken.write(), new Publishing(1, 1, Map.of(), List.of(), null, null));
    kill(run);

    run.failed(FailureCode.WRITER_LOST, "the tab is as it was");
    assertThat(cost()).isEqualTo(36);
    Awaitility.await().untilAsserted(() -> assertThat(book.titles()).hasSize(2));

    new Run(DAY.plusDays(5), DAY.plusDays(11), rowsADay, 2).execute().finished();
    assertThat(cost()).isEqualTo(5 * 3 + 7.0 * rowsADay * 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 3_000})
  void aWriterThatWasKilledBetweenTwoCommandsFailsItsRunAndTheTabIsAsItWas(int rowsADay) {
    imported();
    Run run = new Run(DAY.plusDays(5), DAY.plusDays(11), rowsADay, 2);
    handler.handle(run.prepare());
    writes.take(run.rows(run.from).get(0));
    kill(run);

    run.failed(FailureCode.WRITER_LOST, "the tab is as it was");
    assertThat(cost()).isEqualTo(36);
    Awaitility.await().untilAsserted(() -> assertThat(book.titles()).hasSize(2));
  }

  @Test
  void rowsOfRunsThatEndedAreKeptNoLonger() {
    imported();
    Run run = ready(3);
    handler.handle(new AbandonTab(run.id, book.id()));

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(
                        pool.preparedQuery("select from row_block where run_id = $1")
                            .execute(Tuple.of(run.id))
                            .await()
                            .indefinitely()
                            .size())
                    .isZero());
  }

  private static boolean staged(int rowsADay) {
    return rowsADay > 1_000;
  }

  private Run ready(int rowsADay) {
    Run run = new Run(DAY.plusDays(5), DAY.plusDays(11), rowsADay, 2);
    handler.handle(run.prepare());
    run.rows(run.from).forEach(handler::handle);
    return run;
  }

  private boolean publishing(Run run) {
    return pool.preparedQuery(
                "select from tab_write where run_id = $1 and publishing_since is not null")
            .execute(Tuple.of(run.id))
            .await()
            .indefinitely()
            .size()
        == 1;
  }

  /** Its holder is another process now that nobody hears of. */
  private void kill(Run run) {
    pool.preparedQuery(
            """
            update tab_write
            set holder = gen_random_uuid(), lease_until = now() - interval '1 second'
            where run_id = $1
            """)
        .execute(Tuple.of(run.id))
        .await()
        .indefinitely();
  }
}
