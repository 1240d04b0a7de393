package io.daybreak.imports.run;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.contracts.sheet.FinishTab;
import io.daybreak.contracts.sheet.PrepareTab;
import io.daybreak.contracts.sheet.SheetCommand;
import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.FakeImport;
import io.daybreak.imports.testing.FakeSheets;
import io.daybreak.imports.testing.Person;
import io.daybreak.imports.testing.Person.Accepted;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class RunQueueTest {

  private static final int LIMIT = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject FakeImport imports;
  @Inject FakeSheets sheets;
  @Inject Database database;
  @Inject RunQueue queue;

  private final Person person = Person.marketer();
  private final String customerId = newCustomerId();

  @Test
  void aRequestGoesThroughAllStatesToSuccess() {
    UUID key = person.registerKey(customerId);

    Accepted accepted = person.define(key, customerId, newSpreadsheetId());

    assertThat(accepted.code()).isEqualTo(RunState.CREATING.code());
    awaitSuccess(List.of(accepted));
    assertThat(statesOf(accepted.runId())).containsExactly("1", "3", "4", "4", "5", "7");
    assertThat(sheets.commandsOf(accepted.runId()))
        .extracting(command -> (Object) command.getClass(), SheetCommand::sequence)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(PrepareTab.class, 0L),
            org.assertj.core.groups.Tuple.tuple(FinishTab.class, 2L));
  }

  @Test
  void aSetWhoseLastSuccessIsOlderThanWhatNaverKeepsIsUpdatedAllTheSame() {
    UUID key = person.registerKey(customerId);
    Accepted first = person.define(key, customerId, newSpreadsheetId());
    awaitSuccess(List.of(first));
    database.change(
        "update run set first_day = first_day - 400, last_day = last_day - 400 where id = ?",
        first.runId());

    assertThat(person.update(first.id()).statusCode()).isEqualTo(202);

    assertThat(
            database.number(
                "select last_day - first_day + 1 from run where raw_data_id = ?"
                    + " order by queue_number desc limit 1",
                first.id()))
        .isIn(180L, 365L);
  }

  @Test
  void theQueueMovesThoughNobodyAsks() {
    UUID key = person.registerKey(customerId);

    List<Accepted> accepted = define(key, 4 * LIMIT);

    await("all runs end, with no request in between")
        .atMost(PATIENCE)
        .until(
            () ->
                database.number("select count(*) from run where api_key_id = ? and state = 7", key)
                    == accepted.size());
  }

  @Test
  void theQueueMovesPastFailures() {
    UUID key = person.registerKey(customerId);
    imports.of(
        customerId,
        (run, progress) -> {
          throw new RunFailure(FailureCode.NAVER_TIMEOUT, "NAVER took longer than 30 seconds.");
        });

    List<Accepted> accepted = define(key, 2 * LIMIT);

    await("the failure of one starts the next")
        .atMost(PATIENCE)
        .until(
            () ->
                database.number("select count(*) from run where api_key_id = ? and state = 0", key)
                    == accepted.size());
    assertThat(
            database.column(
                "select distinct failure_code || ' ' || failure_reason from run where api_key_id = ?",
                key))
        .containsExactly("NAVER_TIMEOUT NAVER took longer than 30 seconds.");
  }

  @Test
  void aFaultOfTheProductEndsTheRunWithoutItsDetails() {
    UUID key = person.registerKey(customerId);
    imports.of(
        customerId,
        (run, progress) -> {
          throw new IllegalStateException("secret detail");
        });

    Accepted accepted = person.define(key, customerId, newSpreadsheetId());

    await("the run ends").atMost(PATIENCE).until(() -> person.code(accepted.id()) == 0);
    assertThat(database.column("select failure_reason from run where id = ?", accepted.runId()))
        .singleElement()
        .asString()
        .doesNotContain("secret detail");
    assertThat(database.column("select failure_code from run where id = ?", accepted.runId()))
        .containsExactly("INTERNAL");
  }

  @Test
  void aPersonOvertakesTheBatch() {
    UUID key = person.registerKey(customerId);
    AtomicBoolean gate = imports.gate(customerId);
    List<Accepted> first = define(key, LIMIT);
    List<Accepted> waiting = define(key, 2);
    Accepted ofBatch = waiting.get(0);
    Accepted ofPerson = waiting.get(1);
    database.change(
        "insert into batch (date, started_by) values ('2001-01-01', 'test') on conflict do nothing");
    database.change(
        "update run set trigger = 'BATCH', batch_date = '2001-01-01' where id = ?",
        ofBatch.runId());

    assertThat(position(ofPerson)).isEqualTo(1);
    assertThat(position(ofBatch)).isEqualTo(2);

    gate.set(true);
    awaitSuccess(first);
    awaitSuccess(waiting);
    assertThat(startOf(ofPerson)).isLessThanOrEqualTo(startOf(ofBatch));
  }

  @Test
  void racingPromotersNeverExceedTheLimit() {
    UUID key = person.registerKey(customerId);
    List<Accepted> accepted = new ArrayList<>();
    IntStream.range(0, 12).forEach(i -> accepted.add(defineSilent(key)));
    assertThat(inFront(key)).isEqualTo(LIMIT);

    for (int round = 0; round < 4; round++) {
      database.change(
          """
          update run set state = 0, ended_at = now(), failure_code = 'CANCELLED', failure_reason = 'x'
          where id in (select id from run where api_key_id = ? and state = 3 limit 2)
          """,
          key);
      List<CompletableFuture<Void>> racers =
          IntStream.range(0, 8)
              .mapToObj(i -> queue.promoteAll().subscribeAsCompletionStage())
              .toList();
      racers.forEach(CompletableFuture::join);

      assertThat(inFront(key)).isEqualTo(LIMIT);
    }
  }

  @Test
  void racingRequestsMakeOneLiveRunPerSet() {
    UUID key = person.registerKey(customerId);
    Accepted accepted = person.define(key, customerId, newSpreadsheetId());
    awaitSuccess(List.of(accepted));
    imports.gate(customerId);

    List<Integer> statuses =
        IntStream.range(0, 8)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> person.update(accepted.id()).statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(statuses).containsOnlyOnce(202).contains(409);
    assertThat(
            database.number(
                "select count(*) from run where raw_data_id = ? and state between 1 and 6",
                accepted.id()))
        .isEqualTo(1);
    person.cancel(accepted.id());
  }

  private List<Accepted> define(UUID key, int sets) {
    return IntStream.range(0, sets)
        .mapToObj(i -> person.define(key, customerId, newSpreadsheetId()))
        .toList();
  }

  private Accepted defineSilent(UUID key) {
    String spreadsheetId = newSpreadsheetId();
    sheets.silence(spreadsheetId);
    return person.define(key, customerId, spreadsheetId);
  }

  private void awaitSuccess(List<Accepted> accepted) {
    accepted.forEach(
        one ->
            await("the import succeeds")
                .atMost(PATIENCE)
                .until(() -> person.code(one.id()) == RunState.SUCCESS.code()));
  }

  private int position(Accepted accepted) {
    return person
        .request()
        .get("/api/raw-data/" + accepted.id() + "/status")
        .jsonPath()
        .getInt("position");
  }

  private long inFront(UUID key) {
    return database.number(
        "select count(*) from run where api_key_id = ? and state in (3, 4)", key);
  }

  private List<String> statesOf(UUID runId) {
    return database.column("select state from run_log where run_id = ? order by id", runId);
  }

  private long startOf(Accepted accepted) {
    return database.number(
        "select id from run_log where run_id = ? and state = 3", accepted.runId());
  }
}
