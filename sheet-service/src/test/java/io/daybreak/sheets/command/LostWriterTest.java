package io.daybreak.sheets.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.RowsWritten;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.sheets.fake.GoogleResource;
import io.daybreak.sheets.fake.Trouble;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Instances that die at every point of a command. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(GoogleResource.class)
class LostWriterTest extends RunInASpreadsheet {

  @Inject Pool pool;

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
  void aWriteWhoseRunWasEndedWhileItWaitedForItsSlotDoesNotLeave() {
    handle(run.prepare(4));
    google.next(
        "/values/",
        new Trouble.RefusedMeanwhile(
            () -> dieInHandOf(1), Trouble.Status.of(429, "RESOURCE_EXHAUSTED")));

    handle(run.write(rows(0, 2)));

    assertFailed(FailureCode.WRITER_LOST, "");
    assertThat(google.writes(spreadsheet)).filteredOn(call -> call.contains("/values/")).hasSize(1);
  }

  @Test
  void aPublicationWhoseRunWasEndedWhileItWaitedForItsSlotDoesNotLeave() {
    hold(tabOfTenDays());
    handle(run.prepare(4), run.write(days(DAY, 4)));
    google.next(
        ":batchUpdate",
        new Trouble.RefusedMeanwhile(
            () -> dieInHandOf(2), Trouble.Status.of(429, "RESOURCE_EXHAUSTED")));

    handle(run.finish());

    await().untilAsserted(() -> assertThat(content.tabs()).hasSize(1));
    assertFailed(FailureCode.WRITER_LOST, "");
    assertThat(keywords()).hasSize(10).containsOnly("old");
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

  private static List<List<String>> rows(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(
            i -> List.of(DAY.plusDays(i / 500).toString(), i == 0 ? "=1+1" : "키워드 " + i, i + ".5"))
        .toList();
  }
}
