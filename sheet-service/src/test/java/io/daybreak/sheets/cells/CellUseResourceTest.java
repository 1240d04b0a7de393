package io.daybreak.sheets.cells;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import io.daybreak.kit.access.Roles;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.Tokens;
import io.daybreak.sheets.simulated.Book;
import io.daybreak.sheets.simulated.SimulatedGoogle;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which spreadsheet somebody has pasted, and whether there is room. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(SimulatedGoogle.class)
class CellUseResourceTest {

  SimulatedGoogle google;

  @Test
  void thePlanOfAnImportSeesWhichItIsAndTheRoomThatIsLeft() {
    Book book = google.book();
    book.change(
        "{\"addSheet\":{\"properties\":{\"title\":\"b\",\"gridProperties\":{\"rowCount\":10,\"columnCount\":10}}}}",
        "{\"updateSpreadsheetProperties\":{\"properties\":{\"title\":\"햇살상점\",\"timeZone\":\"America/New_York\"},\"fields\":\"title,timeZone\"}}");

    get(book.id(), Roles.SERVICE)
        .statusCode(200)
        .body("title", equalTo("햇살상점"))
        .body("timeZone", equalTo("America/New_York"))
        .body("limit", equalTo(10_000_000))
        .body("used", equalTo(1_100))
        .body("free", equalTo(9_998_900))
        .body("tabs.title", equalTo(List.of("report", "b")))
        .body("tabs[1].rows", equalTo(10))
        .body("account", equalTo(SimulatedGoogle.ACCOUNT));
  }

  @Test
  void googlesRefusalsAreProblems() {
    get("no-such-spreadsheet", Roles.SERVICE)
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", endsWith("/spreadsheet-not-found"));

    get(google.privateBook().id(), Roles.OPERATOR)
        .statusCode(409)
        .body("type", endsWith("/spreadsheet-not-shared"))
        .body("account", equalTo(SimulatedGoogle.ACCOUNT))
        .body("detail", containsString(SimulatedGoogle.ACCOUNT));
  }

  @Test
  void nobodyWithoutTheRightTokenAsksGoogle() {
    Book book = google.book();
    given().get("/api/spreadsheets/" + book.id() + "/cells").then().statusCode(401);
    get(book.id(), Roles.MERCHANT).statusCode(403);

    assertThat(google.reads(book)).isEmpty();
  }

  @Test
  void anIdThatCannotBeOneIsRefused() {
    get("a%2Fb", Roles.MARKETER).statusCode(oneOf(400, 404));
  }

  private static ValidatableResponse get(String id, String role) {
    return given()
        .auth()
        .oauth2(Tokens.of("someone", role))
        .urlEncodingEnabled(false)
        .get("/api/spreadsheets/" + id + "/cells")
        .then();
  }
}
