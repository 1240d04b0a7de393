package io.daybreak.imports.rawdata;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.Person.newSpreadsheetId;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.daybreak.imports.testing.FakeSheets;
import io.daybreak.imports.testing.Person;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Finding a set among many. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class RawDataListTest {

  @Inject FakeSheets sheets;

  private final Person person = Person.marketer();
  private final String first = newCustomerId();
  private final String second = newCustomerId();

  @BeforeEach
  void threeSets() {
    UUID key = person.registerKey(first, second);
    define(key, first, "NSA_GTD");
    define(key, first, "NSA_TD");
    UUID cancelled = define(key, second, "NSA_GTD");
    person.cancel(cancelled).then().statusCode(200);
  }

  @Test
  void newestComeFirstAPageAtATime() {
    list("size=2")
        .body("total", equalTo(3))
        .body("items.customerId", contains(second, first))
        .body("items[0].status.name", equalTo("FAILED"));
    list("size=2&page=1").body("items", hasSize(1)).body("items[0].format", equalTo("NSA_GTD"));
  }

  @Test
  void aListIsNarrowedByFormatStateAndText() {
    list("format=NSA_TD").body("total", equalTo(1));
    list("state=FAILED").body("total", equalTo(1)).body("items[0].customerId", equalTo(second));
    list("state=CREATING&format=NSA_GTD").body("total", equalTo(1));
    list("q=" + first).body("total", equalTo(2));
    list("q=aCCount " + second).body("total", equalTo(1));
    list("q=nsa_td_" + first.substring(0, 8)).body("total", equalTo(1));
    list("q=gtd_" + second)
        .body("total", equalTo(1))
        .body("items[0].title", equalTo("NSA_GTD_" + second))
        .body("items[0].accountName", equalTo("Account " + second));
    list("q=%25").body("total", equalTo(0));
  }

  @Test
  void aSetIsFoundByTheAddressOfItsSpreadsheet() {
    String id = list("format=NSA_TD").extract().jsonPath().getString("items[0].spreadsheetId");

    list("q=https://docs.google.com/spreadsheets/d/" + id + "/edit")
        .body("total", equalTo(1))
        .body("items[0].format", equalTo("NSA_TD"));
  }

  @Test
  void aListIsSorted() {
    list("sort=ACCOUNT").body("items.customerId", contains(first, first, second));
    list("sort=OLDEST").body("items.format", contains("NSA_GTD", "NSA_TD", "NSA_GTD"));
  }

  @Test
  void manyStatusesComeInOneAnswer() {
    String ids = String.join(",", list("size=20").extract().jsonPath().<String>getList("items.id"));

    person
        .request()
        .get("/api/raw-data/status?ids=" + ids)
        .then()
        .statusCode(200)
        .body("$", hasSize(3));
  }

  private ValidatableResponse list(String query) {
    return person
        .request()
        .urlEncodingEnabled(false)
        .get("/api/raw-data?" + query.replace(" ", "%20"))
        .then()
        .statusCode(200);
  }

  private UUID define(UUID key, String customerId, String format) {
    String spreadsheetId = newSpreadsheetId();
    sheets.silence(spreadsheetId);
    Map<String, Object> set = new HashMap<>(Person.set(key, customerId, spreadsheetId));
    set.put("format", format);
    return person
        .request()
        .body(set)
        .post("/api/raw-data")
        .then()
        .statusCode(202)
        .extract()
        .jsonPath()
        .getUUID("id");
  }
}
