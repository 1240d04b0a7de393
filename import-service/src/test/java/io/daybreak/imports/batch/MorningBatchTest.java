package io.daybreak.imports.batch;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.FakeImport;
import io.daybreak.imports.testing.FakeSheets;
import io.daybreak.imports.testing.MovableClock;
import io.daybreak.imports.testing.Person;
import io.daybreak.imports.testing.Person.Accepted;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class MorningBatchTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final AtomicInteger MORNINGS = new AtomicInteger();

  @Inject FakeImport imports;
  @Inject FakeSheets sheets;
  @Inject Database database;
  @Inject MovableClock clock;

  private final Person person = Person.marketer();
  private final Person service = Person.service();
  private final String customerId = newCustomerId();
  private final LocalDate today = LocalDate.of(2030, 1, 1).plusDays(MORNINGS.getAndIncrement());
  private UUID key;

  @BeforeEach
  void aMorning() {
    database.change("update raw_data set schedule_enabled = false");
    clock.moveTo(today, LocalTime.of(7, 30));
    key = person.registerKey(customerId);
  }

  @AfterEach
  void theRealDay() {
    clock.moveTo(LocalDate.now(), LocalTime.NOON);
  }

  @Test
  void everyEnabledSetIsUpdated() {
    Accepted enabled = succeeded();
    Accepted disabled = succeeded();
    disable(disabled);

    start(202).body("runsQueued", equalTo(1)).body("setsSkipped", equalTo(0));

    await("the batch ends").atMost(PATIENCE).until(() -> ended() == 1);
    status(enabled)
        .body("trigger", equalTo("BATCH"))
        .body("kind", equalTo("UPDATE"))
        .body("code", equalTo(7));
    status(disabled).body("trigger", equalTo("PERSON"));
    Person.operator()
        .request()
        .get("/api/batches/" + today)
        .then()
        .statusCode(200)
        .body("succeeded", equalTo(1))
        .body("failed", equalTo(0))
        .body("expectedEnd", notNullValue())
        .body("endedAt", notNullValue())
        .body("keys[0].apiKeyId", equalTo(key.toString()))
        .body("keys[0].runs", equalTo(1))
        .body("keys[0].calls", equalTo(7 * 2 * 3 + 20));
  }

  @Test
  void marketersSeeTheKeysThatTheyShare() {
    succeeded();
    start(202);

    person
        .request()
        .get("/api/batches/" + today)
        .then()
        .statusCode(200)
        .body("keys.name", contains("Key"));
    Person.marketer()
        .request()
        .get("/api/batches/" + today)
        .then()
        .statusCode(200)
        .body("runsQueued", equalTo(1))
        .body("keys", empty());
  }

  @Test
  void setsWithALiveRunAreSkippedAndCounted() {
    Accepted live = silent();
    Accepted idle = succeeded();

    start(202).body("runsQueued", equalTo(1)).body("setsSkipped", equalTo(1));

    status(live).body("trigger", equalTo("PERSON"));
    status(idle).body("trigger", equalTo("BATCH"));
  }

  @Test
  void aSecondCallAnswersTheBatchThatIsThere() {
    succeeded();

    List<Integer> codes =
        IntStream.range(0, 5)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () -> service.request().post("/api/batches/morning").statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(codes).containsOnlyOnce(202).contains(200);
    assertThat(database.number("select count(*) from run where batch_date = ?", today))
        .isEqualTo(1);
  }

  @Test
  void theLimitOfAKeyHoldsForItsBatchToo() {
    imports.gate(customerId);
    List<Accepted> sets = IntStream.range(0, 5).mapToObj(i -> cancelledAtOnce()).toList();

    start(202).body("runsQueued", equalTo(5)).body("endedAt", nullValue());

    assertThat(
            database.number(
                "select count(*) from run where api_key_id = ? and state in (3, 4)", key))
        .isEqualTo(3);
    assertThat(sets).allSatisfy(set -> status(set).body("kind", equalTo("CREATE")));
    sets.forEach(set -> person.cancel(set.id()).then().statusCode(200));
  }

  @Test
  void aBatchWithoutAnySetIsABatch() {
    start(202).body("runsQueued", equalTo(0)).body("expectedEnd", nullValue());
  }

  @Test
  void batchesAreListedNewestFirst() {
    start(202);

    Person.operator()
        .request()
        .get("/api/batches?size=1")
        .then()
        .statusCode(200)
        .body("total", greaterThanOrEqualTo(1))
        .body("items.date", hasItem(notNullValue()));
    Person.operator()
        .request()
        .get("/api/batches/1999-12-31")
        .then()
        .statusCode(404)
        .body("type", equalTo("https://daybreak.io/problems/batch-not-found"))
        .body("detail", not(equalTo("")));
  }

  private io.restassured.response.ValidatableResponse start(int status) {
    return service.request().post("/api/batches/morning").then().statusCode(status);
  }

  private io.restassured.response.ValidatableResponse status(Accepted accepted) {
    return person.request().get("/api/raw-data/" + accepted.id() + "/status").then();
  }

  private long ended() {
    return database.number(
        "select count(*) from run where batch_date = ? and ended_at is not null", today);
  }

  private Accepted succeeded() {
    Accepted accepted = person.define(key, customerId, newSpreadsheetId());
    await("the import succeeds").atMost(PATIENCE).until(() -> person.code(accepted.id()) == 7);
    return accepted;
  }

  private Accepted silent() {
    String spreadsheetId = newSpreadsheetId();
    sheets.silence(spreadsheetId);
    return person.define(key, customerId, spreadsheetId);
  }

  private Accepted cancelledAtOnce() {
    Accepted accepted = silent();
    person.cancel(accepted.id()).then().statusCode(200);
    return accepted;
  }

  private void disable(Accepted accepted) {
    person
        .request()
        .body(Map.of("enabled", false))
        .put("/api/raw-data/" + accepted.id() + "/schedule")
        .then()
        .statusCode(200);
  }
}
