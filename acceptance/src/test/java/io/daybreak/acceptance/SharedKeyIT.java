package io.daybreak.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.acceptance.world.Calls;
import io.daybreak.acceptance.world.Database;
import io.daybreak.acceptance.world.InWorld;
import io.daybreak.acceptance.world.Marketer;
import io.daybreak.acceptance.world.RawData;
import io.daybreak.acceptance.world.RawDataOrder;
import io.daybreak.acceptance.world.World;
import io.daybreak.simulators.kernel.JournalEntry;
import io.daybreak.simulators.naver.access.RateLimits;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.stack.service.ServiceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Two replicas and five people share one API key: never too fast, and hardly ever too slow. */
@InWorld
@Isolated("what it measures is the machine's as well")
class SharedKeyIT {

  private static final int PEOPLE = 5;
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** What the simulator enforces, and import-service is delivered with. */
  private static final RateLimits LIMITS = RateLimits.standard();

  private static final Predicate<JournalEntry> REPORTS =
      entry -> entry.path().startsWith("/stat-reports") || entry.path().equals("/report-download");

  private final World world;
  private final Database database;

  SharedKeyIT(World world) {
    this.world = world;
    this.database = world.database(ServiceName.IMPORT);
  }

  @Test
  void fivePeopleUseOneKeyToTheFullAndNeverBeyond() {
    AccountSpec first = world.account();
    long before = world.naver().journal().last();

    List<RawData> sets = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      AccountSpec own = person == 0 ? first : world.accountBesides(first);
      sets.add(importOf(own, 10 + 2 * person));
    }
    await("every place of the key is at work")
        .until(() -> calls(first, before).count() > 2 * LIMITS.apiKey());
    Moment begin = now(sets);
    await("nothing waits any more").atMost(PATIENCE).until(() -> waiting() == 0);
    Moment end = now(sets);
    sets.forEach(set -> set.awaitSuccess(PATIENCE));

    Calls calls = calls(first, before);
    assertThat(calls.answered(429).count()).as("refusals").isZero();
    assertThat(calls.mostWithin(SECOND)).as("key").isLessThanOrEqualTo(LIMITS.apiKey());
    assertThat(Calls.since(world.naver().journal(), before).mostWithin(SECOND))
        .as("address")
        .isLessThanOrEqualTo(LIMITS.address());
    for (RawData set : sets) {
      Calls own = calls.of("customer", set.order().account().customerId());
      assertThat(own.where(REPORTS).mostWithin(SECOND)).isLessThanOrEqualTo(LIMITS.reports());
      assertThat(own.where(REPORTS.negate()).mostWithin(SECOND))
          .isLessThanOrEqualTo(LIMITS.others());
    }
    assertUsed(calls, begin, end);
  }

  /**
   * While work waits, most of the allowance is used. A slot that is reached too late is given up
   * and counted; that is a matter of how busy the machine is, so it does not count here.
   */
  private static void assertUsed(Calls calls, Moment begin, Moment end) {
    double seconds = (end.nanos() - begin.nanos()) / 1e9;
    long made =
        calls
            .where(entry -> entry.arrival().nanos() - begin.nanos() >= 0)
            .where(entry -> entry.arrival().nanos() - end.nanos() < 0)
            .count();
    long givenUp = end.forfeited() - begin.forfeited();
    System.out.printf(
        "One key: %.1f of %d calls/s over %.1f s, %d slots given up, any %d calls took %d ms%n",
        made / seconds,
        LIMITS.apiKey(),
        seconds,
        givenUp,
        LIMITS.apiKey(),
        calls.shortestTimeOver(LIMITS.apiKey()).toMillis());
    assertThat((made + givenUp) / seconds)
        .as("calls a second while work waits")
        .isGreaterThan(0.6 * LIMITS.apiKey());
  }

  private RawData importOf(AccountSpec account, int days) {
    Marketer marketer = world.newcomer();
    UUID key = marketer.register(account);
    RawDataOrder order = RawDataOrder.of(account, world.spreadsheets().create());
    return marketer.create(key, order.days(days));
  }

  private Calls calls(AccountSpec account, long after) {
    return Calls.since(world.naver().journal(), after).of("apiKey", account.licence());
  }

  private long waiting() {
    return database.number("select count(*) from run where state in (1, 2)");
  }

  /**
   * @param forfeited slots of the key that were reached too late until now
   */
  private record Moment(long nanos, long forfeited) {}

  private Moment now(List<RawData> sets) {
    long forfeited =
        database.number(
            """
            select forfeited from budget
            where name = 'naver:key:' || (select api_key_id from raw_data where id = ?)
            """,
            sets.get(0).id());
    return new Moment(System.nanoTime(), forfeited);
  }
}
