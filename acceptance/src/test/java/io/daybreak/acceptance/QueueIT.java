package io.daybreak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.acceptance.world.Database;
import io.daybreak.acceptance.world.InWorld;
import io.daybreak.acceptance.world.Marketer;
import io.daybreak.acceptance.world.RawData;
import io.daybreak.acceptance.world.RawDataOrder;
import io.daybreak.acceptance.world.State;
import io.daybreak.acceptance.world.World;
import io.daybreak.simulators.access.Person;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.naver.report.JobTiming;
import io.daybreak.simulators.naver.report.Outcome;
import io.daybreak.simulators.naver.report.ReportScript;
import io.daybreak.stack.service.ServiceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Waiting runs of an API key start by themselves, people's before the batch's. */
@InWorld
class QueueIT {

  /** Runs of one key that may be under way at once, as import-service is delivered. */
  private static final int AT_ONCE = 3;

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final World world;
  private final Database database;

  QueueIT(World world) {
    this.world = world;
    this.database = world.database(ServiceName.IMPORT);
  }

  @Test
  void theQueueMovesAlthoughNobodyAsks() {
    AccountSpec account = world.account();
    Marketer marketer = world.newcomer();
    UUID key = marketer.register(account);
    List<RawData> sets = new ArrayList<>();
    for (int i = 0; i < 2 * AT_ONCE; i++) {
      sets.add(marketer.create(key, order(account)));
    }

    // The database is looked at, and the API is not asked: no client has any part in it.
    await("all runs have ended, the waiting ones after those before them")
        .atMost(PATIENCE)
        .until(() -> live(key) == 0);

    assertThat(sets.get(sets.size() - 1).accepted().path("position").asInt()).isEqualTo(AT_ONCE);
    assertThat(sets).allSatisfy(set -> assertThat(set.status().state()).isEqualTo(State.SUCCESS));
    assertThat(mostAtOnce(key)).isEqualTo(AT_ONCE);
  }

  @Test
  void aPersonOvertakesTheBatch() {
    AccountSpec account = world.account();
    Marketer marketer = world.newcomer();
    UUID key = marketer.register(account);
    List<RawData> batch = new ArrayList<>();
    for (int i = 0; i < 2 * AT_ONCE; i++) {
      batch.add(marketer.create(key, order(account).everyMorning()));
    }
    batch.forEach(RawData::awaitSuccess);
    AccountSpec slow = slowReports(account, Duration.ofSeconds(2));

    int accepted =
        world
            .client(Person.OPERATOR)
            .call("POST", "/api/batches/morning", null)
            .expect(202)
            .path("runsQueued")
            .asInt();
    RawData person = marketer.create(key, order(slow));

    assertThat(accepted).isGreaterThanOrEqualTo(batch.size());
    assertThat(person.accepted().path("position").asInt()).isEqualTo(1);
    person.awaitSuccess();
    batch.forEach(RawData::awaitSuccess);
    List<UUID> started = startedInOrder(key);
    assertThat(started.indexOf(person.status().runId())).isEqualTo(batch.size() + AT_ONCE);
  }

  @Test
  void theFailureOfOneStartsTheNext() {
    AccountSpec account = world.account();
    Marketer marketer = world.newcomer();
    UUID key = marketer.register(account);
    String unshared = world.spreadsheets().createUnshared();
    slowReports(account, Duration.ofSeconds(1));

    List<RawData> good = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      good.add(marketer.create(key, order(account)));
    }
    RawData refused = marketer.create(key, RawDataOrder.of(account, unshared));
    RawData next = marketer.create(key, order(account));

    next.awaitSuccess();
    assertThat(refused.status().failureCode()).isEqualTo("SHEET_NOT_SHARED");
    assertThat(good).allSatisfy(set -> assertThat(set.awaitEnd().state()).isEqualTo(State.SUCCESS));
    assertThat(startedInOrder(key).subList(AT_ONCE, AT_ONCE + 2))
        .containsExactly(refused.status().runId(), next.status().runId());
  }

  @Test
  void aCancelledRunGivesItsPlaceToTheNext() {
    AccountSpec account = world.account();
    Marketer marketer = world.newcomer();
    UUID key = marketer.register(account);
    slowReports(account, Duration.ofMinutes(10));
    AccountSpec quick = world.accountBesides(account);
    marketer.register(quick);
    List<RawData> stuck = new ArrayList<>();
    for (int i = 0; i < AT_ONCE; i++) {
      stuck.add(marketer.create(key, order(account)));
    }
    RawData next = marketer.create(key, order(quick));
    stuck.forEach(set -> set.awaitState(State.IMPORTING));

    RawData cancelled = stuck.get(0);
    cancelled.cancel();

    assertThat(cancelled.awaitEnd().failureCode()).isEqualTo("CANCELLED");
    next.awaitSuccess();
    await("the staging tab of the cancelled run is removed")
        .until(() -> world.spreadsheets().tabs(cancelled.order().spreadsheet()).size() == 1);
    stuck.subList(1, AT_ONCE).forEach(RawData::cancel);
  }

  private RawDataOrder order(AccountSpec account) {
    return RawDataOrder.of(account, world.spreadsheets().create());
  }

  /** From now on NAVER takes its time for the account's reports. */
  private AccountSpec slowReports(AccountSpec account, Duration time) {
    JobTiming timing = new JobTiming(Duration.ZERO, time);
    world
        .naver()
        .scripts()
        .add(
            new ReportScript(
                account.customerId(), null, null, Outcome.NORMAL, Integer.MAX_VALUE, timing));
    return account;
  }

  private long live(UUID key) {
    return database.number(
        "select count(*) from run where api_key_id = ? and state between 1 and 6", key);
  }

  /** The most runs of the key that were in CREATING or IMPORTING at one moment. */
  private long mostAtOnce(UUID key) {
    return database.number(
        """
        with spans as (
          select run.id, min(at) filter (where run_log.state = 3) as since,
                 min(at) filter (where run_log.state in (0, 5)) as until
          from run join run_log on run_log.run_id = run.id
          where api_key_id = ? group by run.id
        )
        select max(together) from (
          select (select count(*) from spans other
                  where other.since <= spans.since and other.until > spans.since) as together
          from spans) counted
        """,
        key);
  }

  private List<UUID> startedInOrder(UUID key) {
    return database
        .rows(
            """
            select run.id from run join run_log on run_log.run_id = run.id
            where api_key_id = ? and run_log.state = 3 order by run_log.at
            """,
            key)
        .stream()
        .map(row -> (UUID) row.get("id"))
        .toList();
  }
}
