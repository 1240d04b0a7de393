package io.daybreak.sheets.cells;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.daybreak.kit.access.Roles;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.Tokens;
import io.daybreak.sheets.fake.FakeGoogle;
import io.daybreak.sheets.fake.FakeSpreadsheet;
import io.daybreak.sheets.fake.FakeTab;
import io.daybreak.sheets.fake.GoogleResource;
import io.daybreak.sheets.fake.KeyFile;
import io.daybreak.sheets.fake.Trouble;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(GoogleResource.class)
class CellUseResourceTest {

  FakeGoogle google;

  @Test
  void thePlanOfAnImportSeesTheRoomThatIsLeft() {
    google.put(
        "plan-1", new FakeSpreadsheet(new FakeTab(0, "a", 1_000, 26), new FakeTab(1, "b", 10, 10)));

    get("plan-1", Roles.SERVICE)
        .statusCode(200)
        .body("limit", equalTo(10_000_000))
        .body("used", equalTo(26_100))
        .body("free", equalTo(9_973_900))
        .body("tabs", equalTo(2))
        .body("account", equalTo(KeyFile.EMAIL));
  }

  @Test
  void googlesRefusalsAreProblems() {
    get("no-such-spreadsheet", Roles.SERVICE)
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", endsWith("/spreadsheet-not-found"));

    google.next("GET", Trouble.Status.of(403, "PERMISSION_DENIED"));
    get("not-shared", Roles.OPERATOR)
        .statusCode(409)
        .body("type", endsWith("/spreadsheet-not-shared"))
        .body("account", equalTo(KeyFile.EMAIL))
        .body("detail", containsString(KeyFile.EMAIL));
  }

  @Test
  void nobodyWithoutTheRightTokenAsksGoogle() {
    given().get("/api/spreadsheets/plan-2/cells").then().statusCode(401);
    get("plan-2", Roles.MERCHANT).statusCode(403);

    org.assertj.core.api.Assertions.assertThat(google.calls("plan-2")).isEmpty();
  }

  @Test
  void anIdThatCannotBeOneIsRefused() {
    get("a%2Fb", Roles.MARKETER).statusCode(org.hamcrest.Matchers.oneOf(400, 404));
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
