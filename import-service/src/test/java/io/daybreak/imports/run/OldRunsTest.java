package io.daybreak.imports.run;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.FakeImport;
import io.daybreak.imports.testing.Person;
import io.daybreak.kit.sql.BlockingSql;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of long ago. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class OldRunsTest {

  private static final int OLD = 451;
  private static final int YOUNG = 449;

  @Inject OldRuns old;
  @Inject BlockingSql sql;
  @Inject FakeImport imports;
  @Inject Database database;

  private final Person person = Person.marketer();
  private final String customerId = newCustomerId();
  private UUID setId;
  private UUID first;
  private LocalDate yesterday;

  /** What a run says of a day. */
  private record Said(LocalDate day, String outcome, long rows) {}

  @BeforeEach
  void aSetAndNothingOldOfOtherTests() {
    database.deletesNothingByItself();
    while (sweep(500) > 0) {}
    setId = person.define(person.registerKey(customerId), customerId, newSpreadsheetId()).id();
    await("the run ends")
        .atMost(Duration.ofSeconds(20))
        .until(() -> person.code(setId) == RunState.SUCCESS.code());
    first = UUID.fromString(runs().get(0));
    yesterday =
        LocalDate.parse(
            database.column("select last_day from run where raw_data_id = ?", setId).get(0));
  }

  @Test
  void oldRunsGoWithTheirLogAndTheirDays() {
    UUID failed = run(RunState.FAILED, OLD, read(0, 1));
    UUID young = run(RunState.SUCCESS, YOUNG, read(0, 2));
    UUID last = run(RunState.SUCCESS, 1, read(0, 3));
    age(first, OLD);

    sweep(500);

    assertThat(runs()).containsExactly(young.toString(), last.toString());
    assertThat(belongings(first)).isZero();
    assertThat(belongings(failed)).isZero();
    assertThat(belongings(last)).isEqualTo(2);
  }

  @Test
  void theNewestRunAndTheSuccessesThatTellHowTheSetGoesOnStay() {
    UUID furthest = run(RunState.SUCCESS, OLD, read(0, 1));
    run(RunState.SUCCESS, OLD, read(30, 1));
    UUID backfill = run(RunState.SUCCESS, OLD, read(20, 1));
    run(RunState.FAILED, OLD, read(0, 1));
    UUID newest = run(RunState.FAILED, OLD, read(0, 1));
    age(first, OLD);

    sweep(500);

    assertThat(runs()).containsExactly(furthest.toString(), backfill.toString(), newest.toString());
  }

  @Test
  void runsThatAreLiveStayAndWhatStandsBeforeThem() {
    var gate = imports.gate(customerId);
    person.update(setId).then().statusCode(202);
    await("the run is claimed")
        .atMost(Duration.ofSeconds(20))
        .until(() -> person.code(setId) == RunState.IMPORTING.code());
    UUID live = newest();
    database.change(
        "update run set queued_at = now() - interval '999 days', state_since = queued_at where id = ?",
        live);
    age(first, OLD);

    sweep(500);

    assertThat(runs()).containsExactly(first.toString(), live.toString());
    gate.set(true);
    await("the run ends")
        .atMost(Duration.ofSeconds(20))
        .until(() -> person.code(setId) == RunState.SUCCESS.code());
    sweep(500);
    assertThat(runs()).containsExactly(live.toString());
  }

  /** In slices of any size, and also where a run that was queued later ended earlier. */
  @ParameterizedTest
  @CsvSource({"1,1", "1,-1", "2,1", "2,-1", "500,1", "500,-1"})
  void whatTheTabHoldsOfEachDayStaysKnown(int slice, int order) {
    age(first, 470);
    run(RunState.SUCCESS, 460 - order * 2, read(9, 10), read(8, 20), read(7, 30));
    run(RunState.SUCCESS, 460, read(8, 25), said(7, "DOUBTFUL", 1));
    run(RunState.SUCCESS, 460 + order * 2, said(7, "LATE", 0));
    run(RunState.FAILED, 452, read(9, 99));
    UUID newest = run(RunState.SUCCESS, YOUNG, read(6, 5), read(0, 6));
    String before = days();

    while (sweep(slice) > 0) {}

    assertThat(runs()).containsExactly(newest.toString());
    assertThat(days()).isEqualTo(before);
    assertThat(kept(7)).containsExactly("DOUBTFUL 1", "LATE 0", "READ 30");
    assertThat(kept(8)).containsExactly("READ 25");
    assertThat(kept(9)).containsExactly("READ 10");
    assertThat(kept(6)).isEmpty();
  }

  @Test
  void whatANewerRunFetchedReplacesWhatWasKept() {
    run(RunState.SUCCESS, OLD, read(9, 10), read(8, 11));
    run(RunState.SUCCESS, OLD - 5, read(9, 77));
    run(RunState.SUCCESS, YOUNG, read(0, 1));
    while (sweep(500) > 0) {}
    assertThat(kept(9)).as("a younger run tells it").isEmpty();
    assertThat(kept(8)).containsExactly("READ 11");
    run(RunState.SUCCESS, YOUNG, read(8, 78));
    UUID newest = run(RunState.SUCCESS, 1, read(0, 1));
    assertThat(rows(8)).isEqualTo(78);

    database.change(
        "update run set ended_at = now() - interval '451 days' where raw_data_id = ? and id <> ?",
        setId,
        newest);
    while (sweep(1) > 0) {}

    assertThat(runs()).containsExactly(newest.toString());
    assertThat(kept(9)).containsExactly("READ 77");
    assertThat(kept(8)).containsExactly("READ 78");
    assertThat(rows(8)).isEqualTo(78);
  }

  @Test
  void aSetCanStillHaveAllDaysThatItEverHad() {
    database.change("update raw_data set history_days = 30 where id = ?", setId);
    database.change("delete from run where id = ?", first);
    run(RunState.SUCCESS, OLD, read(149, 10));
    run(RunState.SUCCESS, YOUNG, read(0, 1));
    while (sweep(500) > 0) {}
    assertThat(runs()).hasSize(1);

    person.request().post("/api/raw-data/" + setId + "/update?days=all").then().statusCode(202);

    assertThat(database.column("select first_day from run where id = ?", newest()))
        .containsExactly(yesterday.minusDays(149).toString());
    assertThat(
            database.column(
                "select earliest_day(raw_data, ?, 365) from raw_data where id = ?",
                yesterday,
                setId))
        .containsExactly(yesterday.minusDays(149).toString());
  }

  /** The first has not committed yet: the second neither waits for it nor takes what it has. */
  @Test
  void twoReplicasAtOnceShareTheWork() {
    List<UUID> runs = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      runs.add(run(RunState.SUCCESS, OLD + 5 - i, read(0, i), read(9 + i, i)));
    }
    UUID newest = run(RunState.SUCCESS, 1, read(0, 1));
    String before = days();

    sql.run(
        tx -> {
          assertThat(tx.changed(old.statement(), old.age(), 2)).isEqualTo(2);
          assertThat(sweep(500)).isEqualTo(3);
          assertThat(runs())
              .as("what others see until the first commits")
              .containsExactly(
                  first.toString(),
                  runs.get(0).toString(),
                  runs.get(1).toString(),
                  newest.toString());
          assertThat(days()).isEqualTo(before);
        });

    assertThat(runs()).containsExactly(first.toString(), newest.toString());
    assertThat(days()).isEqualTo(before);
  }

  @Test
  void manyAtOnceDeleteEachRunOnce() throws Exception {
    for (int i = 0; i < 40; i++) {
      run(RunState.SUCCESS, OLD + i % 7, read(i % 5, i), read(20 + i % 11, i));
    }
    UUID newest = run(RunState.SUCCESS, 1, read(0, 1));
    String before = days();

    int deleted = 0;
    ExecutorService replicas = Executors.newFixedThreadPool(4);
    try {
      for (Future<Integer> each :
          replicas.invokeAll(Collections.<Callable<Integer>>nCopies(4, this::sweepAll))) {
        deleted += each.get();
      }
    } finally {
      replicas.shutdown();
    }
    deleted += sweepAll();

    assertThat(deleted).isEqualTo(40);
    assertThat(runs()).containsExactly(first.toString(), newest.toString());
    assertThat(days()).isEqualTo(before);
  }

  @Test
  void aSetThatIsBeingRemovedIsNotWaitedFor() {
    run(RunState.SUCCESS, OLD, read(0, 1));
    UUID newest = run(RunState.SUCCESS, 1, read(0, 1));

    sql.run(
        tx -> {
          tx.execute("select id from raw_data where id = $1 for update", setId);
          assertThat(sweep(500)).isZero();
        });

    assertThat(sweep(500)).isEqualTo(1);
    assertThat(runs()).containsExactly(first.toString(), newest.toString());
  }

  /** Else each deleted row costs a look through a whole table. */
  @Test
  void whateverRefersToWhatIsDeletedIsFoundByAnIndex() {
    assertThat(
            database.column(
                """
                select refers.conrelid::regclass || '.' || attribute.attname
                from pg_constraint refers
                join pg_attribute attribute on attribute.attrelid = refers.conrelid
                  and attribute.attnum = refers.conkey[1]
                where refers.contype = 'f'
                  and refers.confrelid in ('run'::regclass, 'batch'::regclass, 'csv_upload'::regclass)
                  and not exists (
                    select from pg_index i
                    where i.indrelid = refers.conrelid and i.indkey[0] = refers.conkey[1]
                      and coalesce(pg_get_expr(i.indpred, i.indrelid),
                                   '(' || attribute.attname || ' IS NOT NULL)')
                          = '(' || attribute.attname || ' IS NOT NULL)')
                """))
        .isEmpty();
  }

  private int sweep(int most) {
    return sql.changed(old.statement(), old.age(), most);
  }

  private int sweepAll() {
    int all = 0;
    for (int some = sweep(3); some > 0; some = sweep(3)) {
      all += some;
    }
    return all;
  }

  private Said read(int daysBack, long rows) {
    return said(daysBack, "READ", rows);
  }

  private Said said(int daysBack, String outcome, long rows) {
    return new Said(yesterday.minusDays(daysBack), outcome, rows);
  }

  /** The set's newest run, which ended some days ago. */
  private UUID run(RunState end, int daysAgo, Said... days) {
    UUID id = UUID.randomUUID();
    String failure = end == RunState.FAILED ? "NAVER_TIMEOUT" : null;
    List<LocalDate> sorted = Arrays.stream(days).map(Said::day).sorted().toList();
    database.change(
        """
        insert into run (id, raw_data_id, api_key_id, customer_id, kind, trigger, state, first_day,
                         last_day, plan_calls, plan_rows, rows_basis, ended_at, failure_code,
                         failure_reason)
        select ?, id, api_key_id, customer_id, 'UPDATE', 'PERSON', ?, ?, ?, 1, 1, 'DEFAULT',
               now() - make_interval(days => ?), ?, ?
        from raw_data where id = ?
        """,
        id,
        end.code(),
        sorted.get(0),
        sorted.get(sorted.size() - 1),
        daysAgo,
        failure,
        failure,
        setId);
    for (Said said : days) {
      database.change(
          "insert into run_day (run_id, day, outcome, rows, impressions) values (?, ?, ?, ?, ?)",
          id,
          said.day(),
          said.outcome(),
          said.rows(),
          said.rows() * 100);
    }
    database.change("insert into run_log (run_id, state) values (?, ?)", id, end.code());
    database.change("update raw_data set newest_run_id = ? where id = ?", id, setId);
    return id;
  }

  private UUID newest() {
    return UUID.fromString(
        database.column("select newest_run_id from raw_data where id = ?", setId).get(0));
  }

  private void age(UUID run, int days) {
    database.change(
        "update run set ended_at = now() - make_interval(days => ?) where id = ?", days, run);
  }

  private List<String> runs() {
    return database.column("select id from run where raw_data_id = ? order by queue_number", setId);
  }

  /** The whole answer about the set's days. */
  private String days() {
    return person
        .request()
        .get("/api/raw-data/" + setId + "/days?size=100")
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private long rows(int daysBack) {
    return JsonPath.from(days())
        .getLong("items.find { it.day == '%s' }.rows".formatted(yesterday.minusDays(daysBack)));
  }

  private List<String> kept(int daysBack) {
    return database.column(
        """
        select outcome || ' ' || rows from kept_day
        where raw_data_id = ? and day = ? and coalesce(impressions, rows * 100) = rows * 100
        order by outcome
        """,
        setId,
        yesterday.minusDays(daysBack));
  }

  private long belongings(UUID run) {
    return database.number(
        """
        select (select count(*) from run_log where run_id = ?)
             + (select count(*) from run_day where run_id = ?)
        """,
        run,
        run);
  }
}
