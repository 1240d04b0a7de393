package io.daybreak.stack.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybreak.stack.acceptance.world.Calls;
import io.daybreak.stack.acceptance.world.Marketer;
import io.daybreak.stack.acceptance.world.RawData;
import io.daybreak.stack.acceptance.world.RawDataOrder;
import io.daybreak.stack.acceptance.world.World;
import io.daybreak.stack.acceptance.world.WorldExtension;
import io.daybreak.stack.naver.access.RateLimits;
import io.daybreak.stack.naver.account.AccountSpec;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.simulator.JournalEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two replicas and five people share one API key: never too fast, and hardly ever too slow. */
@ExtendWith(WorldExtension.class)
class SharedKeyIT {

  private static final int PEOPLE = 5;
  private static final int DAYS = 14;
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** What import-service is delivered with, and here the limit that NAVER enforces. */
  private static final int REPORT_CALLS = 10;

  private static final int OTHER_CALLS = 20;
  private static final int KEY_CALLS = 20;
  private static final int ADDRESS_CALLS = 90;

  /** The beginning and the end are not counted, when not all of the work is there to be done. */
  private static final Duration EDGE = Duration.ofSeconds(3);

  private final World world;

  SharedKeyIT(World world) {
    this.world = world;
  }

  @Test
  void fivePeopleUseOneKeyToTheFullAndNeverBeyond() {
    world
        .naver()
        .limit(new RateLimits(REPORT_CALLS, OTHER_CALLS, KEY_CALLS, ADDRESS_CALLS, SECOND));
    AccountSpec first = world.account();
    long before = world.naver().journal().last();

    List<RawData> sets = new ArrayList<>();
    for (int person = 0; person < PEOPLE; person++) {
      AccountSpec own = person == 0 ? first : world.accountBesides(first);
      Marketer marketer = world.newcomer();
      UUID key = marketer.register(own);
      String spreadsheet = world.spreadsheets().create();
      sets.add(marketer.create(key, RawDataOrder.of(own, spreadsheet).days(DAYS)));
    }
    await("work waits, so that all of the allowance is wanted").until(() -> waiting() > 0);
    await("nothing waits any more").atMost(Duration.ofMinutes(2)).until(() -> waiting() == 0);
    long noneWaiting = System.nanoTime();
    sets.forEach(set -> set.awaitSuccess(Duration.ofMinutes(2)));

    Calls calls = Calls.since(world.naver().journal(), before).of("apiKey", first.licence());
    assertThat(calls.answered(429).count()).as("refusals").isZero();
    assertThat(calls.mostWithin(SECOND)).as("key").isLessThanOrEqualTo(KEY_CALLS);
    for (RawData set : sets) {
      Calls own = calls.of("customer", set.order().account().customerId());
      assertThat(own.where(REPORTS).mostWithin(SECOND)).isLessThanOrEqualTo(REPORT_CALLS);
      assertThat(own.where(REPORTS.negate()).mostWithin(SECOND)).isLessThanOrEqualTo(OTHER_CALLS);
    }
    long from = calls.entries().get(0).arrival().nanos() + EDGE.toNanos();
    double rate = rate(calls, from, noneWaiting);
    System.out.printf(
        ">> shared key: %.2f calls/s of %d allowed (%.1f %%) over %.1f s, most in a second %d%n",
        rate,
        KEY_CALLS,
        100 * rate / KEY_CALLS,
        (noneWaiting - from) / 1e9,
        calls.mostWithin(SECOND));
    assertThat(rate).as("calls a second while work waits").isGreaterThan(0.9 * KEY_CALLS);
  }

  private static final Predicate<JournalEntry> REPORTS =
      entry -> entry.path().startsWith("/stat-reports") || entry.path().equals("/report-download");

  private static double rate(Calls calls, long from, long until) {
    int count =
        calls
            .where(entry -> entry.arrival().nanos() >= from && entry.arrival().nanos() < until)
            .count();
    return count * 1e9 / (until - from);
  }

  private long waiting() {
    return world
        .database(ServiceName.IMPORT)
        .number("select count(*) from run where state in (1, 2)");
  }
}
