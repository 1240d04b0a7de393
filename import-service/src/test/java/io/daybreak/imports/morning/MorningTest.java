package io.daybreak.imports.morning;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.Person;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a marketer sees first in the morning. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class MorningTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final LocalDate DAY = LocalDate.parse("2026-11-20");
  private static final LocalDate BEFORE = DAY.minusDays(1);

  @Inject Database database;

  private final Person person = Person.marketer();
  private final String first = newCustomerId();
  private final String second = newCustomerId();
  private UUID key;

  @BeforeEach
  void aKeyOfTwoAccounts() {
    key = person.registerKey(first, second);
  }

  @Test
  void theNumbersOfADayStandBesideThoseOfTheDayBeforeAndAWeekEarlier() {
    UUID set = define(first, "NSA_TD");
    UUID older = runOf(set, BEFORE, 7, null);
    day(older, BEFORE, "READ", 90L, "9000.5", null);
    UUID newer = runOf(set, DAY, 7, null);
    day(newer, DAY, "READ", 120L, "11000", 4L);

    morning("")
        .body("day", equalTo("2026-11-20"))
        .body("before", equalTo("2026-11-19"))
        .body("weekEarlier", equalTo("2026-11-13"))
        .body("counts.DONE", equalTo(1))
        .body("sets.total", equalTo(1))
        .body("sets.items[0].state", equalTo("DONE"))
        .body("sets.items[0].title", equalTo("NSA_TD_" + first))
        .body("sets.items[0].rows", equalTo(10))
        .body("sets.items[0].figures.day.clicks", equalTo(120))
        .body("sets.items[0].figures.day.cost", equalTo(11000))
        .body("sets.items[0].figures.day.conversions", equalTo(4))
        .body("sets.items[0].figures.before.cost", equalTo(9000.5f))
        .body("sets.items[0].figures.before.conversions", nullValue())
        .body("sets.items[0].figures.weekEarlier", nullValue());
  }

  @Test
  void aDayThatIsLateOrDoubtfulKeepsTheNumbersThatTheTabHas() {
    UUID late = define(first, "NSA_TD");
    day(runOf(late, DAY, 7, null), DAY, "READ", 50L, "500", 1L);
    day(runOf(late, DAY, 7, null), DAY, "LATE", null, null, null);
    UUID doubtful = define(second, "NSA_TD");
    day(runOf(doubtful, DAY, 7, null), DAY, "DOUBTFUL", 1L, "1", 0L);

    morning("")
        .body("counts.WAITING_FOR_NAVER", equalTo(1))
        .body("counts.DOUBTFUL", equalTo(1))
        .body("counts.DONE", equalTo(0))
        .body("sets.items.state", contains("WAITING_FOR_NAVER", "DOUBTFUL"))
        .body("sets.items[0].figures.day.clicks", equalTo(50))
        .body("sets.items[1].rows", nullValue())
        .body("sets.items[1].figures.day", nullValue());
  }

  @Test
  void whatFailedIsToldApartFromWhatIsUnderWayCancelledPlannedOrNotPlanned() {
    UUID failed = define(first, "NSA_CTD");
    day(runOf(failed, DAY, 7, null), DAY, "READ", 5L, "50", 0L);
    runOf(failed, DAY, 0, "NAVER_REFUSED");
    runOf(define(first, "NSA_GTD"), DAY, 0, "CANCELLED");
    runOf(define(first, "NSA_T"), DAY, 3, null);
    UUID planned = define(second, "NSA_T");
    database.change("update raw_data set update_days = 180 where id = ?", planned);
    UUID never = define(second, "NSA_TD");
    database.change("update raw_data set schedule_enabled = false where id = ?", never);

    morning("")
        .body("counts.FAILED", equalTo(1))
        .body("counts.CANCELLED", equalTo(1))
        .body("counts.UNDER_WAY", equalTo(1))
        .body("counts.PLANNED", equalTo(1))
        .body("counts.NOT_PLANNED", equalTo(1))
        .body(
            "sets.items.state",
            contains("FAILED", "CANCELLED", "UNDER_WAY", "PLANNED", "NOT_PLANNED"));
    morning("&state=FAILED")
        .body("sets.total", equalTo(1))
        .body("sets.items.id", contains(failed.toString()))
        .body("sets.items[0].failureCode", equalTo("NAVER_REFUSED"))
        .body("sets.items[0].figures.day.clicks", equalTo(5))
        .body("counts.CANCELLED", equalTo(1));
  }

  /** A run that was to fetch other days says nothing about this one. */
  @Test
  void aRunOfOtherDaysDoesNotMakeADayFail() {
    UUID set = define(first, "NSA_TD");
    day(runOf(set, DAY, 7, null), DAY, "READ", 5L, "50", 0L);
    runOf(set, DAY.plusDays(3), 0, "NAVER_REFUSED");

    morning("").body("counts.DONE", equalTo(1)).body("counts.FAILED", equalTo(0));
  }

  /** Each format shows the same money cut differently; to add them would count it twice. */
  @Test
  void anAccountHasTheNumbersOfTheSetThatWasFetchedLast() {
    day(runOf(define(first, "NSA_CTD"), DAY, 7, null), DAY, "READ", 100L, "1000", 2L);
    UUID newer = define(first, "NSA_TD");
    UUID run = runOf(newer, DAY, 7, null);
    day(run, DAY, "READ", 101L, "1010", 3L);
    day(runOf(define(first, "NSA_GQ"), DAY, 7, null), DAY, "READ", 7L, "70", null);
    day(runOf(define(second, "NSA_GQ"), DAY, 7, null), DAY, "READ", 20L, "200", null);

    morning("&size=1&page=1")
        .body("sets.total", equalTo(4))
        .body("sets.items", hasSize(1))
        .body("sets.items[0].account.day.clicks", equalTo(101))
        .body("total.day.clicks", equalTo(121))
        .body("total.day.cost", equalTo(1210))
        .body("total.day.conversions", equalTo(3))
        .body("total.before", nullValue());
    morning("&page=9").body("sets.items", hasSize(0)).body("sets.total", equalTo(4));
  }

  @Test
  void theSetsOfAnotherOrganisationAreNeitherListedNorCountedNorAdded() {
    UUID set = define(first, "NSA_TD");
    day(runOf(set, DAY, 7, null), DAY, "READ", 120L, "11000", 4L);
    Person stranger = Person.marketer();

    stranger
        .request()
        .get("/api/morning?day=" + DAY)
        .then()
        .statusCode(200)
        .body("sets.total", equalTo(0))
        .body("sets.items", hasSize(0))
        .body("counts.values().sum()", equalTo(0))
        .body("total.day", nullValue());
    Person.operator()
        .request()
        .get("/api/morning?size=200&state=DONE&day=" + DAY)
        .then()
        .statusCode(200)
        .body("sets.items.id", hasItem(set.toString()));
  }

  @Test
  void aDeletedSetIsGone() {
    UUID set = define(first, "NSA_TD");
    database.change("update raw_data set deleted_at = now() where id = ?", set);

    morning("").body("sets.items.id", not(hasItem(set.toString())));
  }

  @Test
  void aDayThatHasNotEndedOrIsTooLongAgoIsRefused() {
    for (String day : new String[] {"2999-01-01", "1999-01-01"}) {
      person
          .request()
          .get("/api/morning?day=" + day)
          .then()
          .statusCode(400)
          .body("type", containsString("day-invalid"))
          .body("newest", not(nullValue()));
    }
  }

  private ValidatableResponse morning(String query) {
    return person.request().get("/api/morning?day=" + DAY + query).then().statusCode(200);
  }

  /** A set whose own first run is over and forgotten, so that a test's runs are all it has. */
  private UUID define(String customerId, String format) {
    Map<String, Object> set = new HashMap<>(Person.set(key, customerId, newSpreadsheetId()));
    set.put("format", format);
    UUID id =
        person
            .request()
            .body(set)
            .post("/api/raw-data")
            .then()
            .statusCode(202)
            .extract()
            .jsonPath()
            .getUUID("id");
    await("the first run ends").atMost(PATIENCE).until(() -> person.code(id) == 7);
    database.change("update raw_data set newest_run_id = null where id = ?", id);
    database.change(
        "delete from run_day where run_id in (select id from run where raw_data_id = ?)", id);
    return id;
  }

  private UUID runOf(UUID set, LocalDate day, int state, @Nullable String failure) {
    UUID run = UUID.randomUUID();
    database.change(
        """
        insert into run (id, raw_data_id, api_key_id, customer_id, kind, trigger, state, first_day,
                         last_day, plan_calls, plan_rows, rows_basis, ended_at, failure_code,
                         failure_reason)
        select ?, id, api_key_id, customer_id, 'UPDATE', 'PERSON', ?::smallint, ?, ?, 1, 1, 'DEFAULT',
               case when ? in (0, 7) then now() end, ?::text, ?::text
        from raw_data where id = ?
        """,
        run,
        state,
        day,
        day,
        state,
        failure,
        failure,
        set);
    database.change("update raw_data set newest_run_id = ? where id = ?", run, set);
    return run;
  }

  private void day(
      UUID run,
      LocalDate day,
      String outcome,
      @Nullable Long clicks,
      @Nullable String cost,
      @Nullable Long conversions) {
    database.change(
        """
        insert into run_day (run_id, day, rows, outcome, impressions, clicks, cost, conversions)
        values (?, ?, 10, ?, 1000, ?::bigint, ?::text::numeric, ?::bigint)
        """,
        run,
        day,
        outcome,
        clicks,
        cost,
        conversions);
  }
}
