package io.daybreak.imports.rawdata;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;

import io.daybreak.contracts.run.FailureCode;
import io.daybreak.imports.run.ImportWork.SentRows;
import io.daybreak.imports.run.RunFailure;
import io.daybreak.imports.testing.FakeImport;
import io.daybreak.imports.testing.Person;
import io.daybreak.imports.testing.Person.Accepted;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a tab holds of each day, and of what its columns are. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class RowsByDayTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Inject FakeImport imports;

  private final Person person = Person.marketer();
  private final String customerId = newCustomerId();

  @Test
  void whatTheNewestSuccessfulRunFetchedOfADayIsWhatTheTabHolds() {
    imports.of(
        customerId,
        (run, progress) -> {
          progress.fetched(1, 10);
          progress.fetched(2, 10);
          progress.fetched(3, 40);
          return new SentRows(40, 1);
        });
    Accepted set = person.define(person.registerKey(customerId), customerId, newSpreadsheetId());
    endsWith(set, 7);
    days(set, "").body("items.rows", contains(30, 0, 10)).body("total", equalTo(3));

    imports.of(
        customerId,
        (run, progress) -> {
          progress.fetched(1, 99);
          throw new RunFailure(FailureCode.NAVER_REFUSED, "The second day is refused.");
        });
    person.update(set.id()).then().statusCode(202);
    endsWith(set, 0);

    days(set, "?size=1")
        .body("items.rows", contains(30))
        .body("items[0].importedAt", notNullValue())
        .body("total", equalTo(3));
  }

  @Test
  void theColumnsOfEachFormatAreTold() {
    person
        .request()
        .get("/api/raw-data/formats")
        .then()
        .statusCode(200)
        .body("name", hasItems("NSA_CTD", "NSA_GTD", "NSA_TD", "NSA_T"))
        .body("find { it.name == 'NSA_T' }.columns.size()", equalTo(11))
        .body("find { it.name == 'NSA_T' }.columns[0].about", equalTo("DAY"))
        .body("find { it.name == 'NSA_T' }.columns[0].type", equalTo("DATE"));
  }

  private ValidatableResponse days(Accepted set, String query) {
    return person
        .request()
        .get("/api/raw-data/" + set.id() + "/days" + query)
        .then()
        .statusCode(200);
  }

  private void endsWith(Accepted set, int code) {
    await("the run ends").atMost(PATIENCE).until(() -> person.code(set.id()) == code);
  }
}
