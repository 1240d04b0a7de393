package io.daybreak.sheets.cells;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.daybreak.kit.access.Roles;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.Tokens;
import io.daybreak.sheets.fake.FakeGoogle;
import io.daybreak.sheets.fake.FakeSpreadsheet;
import io.daybreak.sheets.fake.FakeTab;
import io.daybreak.sheets.fake.GoogleResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A spreadsheet is used only by those who have shown that they can write into it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(GoogleResource.class)
class BindingTest {

  FakeGoogle google;

  private final String sheet = "bound-" + UUID.randomUUID();
  private final String owner = "owner-" + sheet;
  private final String stranger = "stranger-" + sheet;
  private final FakeTab tab = new FakeTab(0, "Notes", 100, 26);

  @BeforeEach
  void share() {
    google.put(sheet, new FakeSpreadsheet(tab));
  }

  @Test
  void whoPutsTheCodeIntoACellMayUseTheSpreadsheet() {
    tab.with(4, "", code(owner));

    as(owner).put(path("binding")).then().statusCode(204);

    as(owner).get(path("binding")).then().statusCode(204);
    as(owner).get(path("cells")).then().statusCode(200);
    as(owner)
        .get("/api/spreadsheets/bindings")
        .then()
        .body("spreadsheetId", hasItem(sheet))
        .body("how", hasItem("CODE"));
  }

  @Test
  void withoutTheCodeInItTheSpreadsheetStaysClosed() {
    as(owner)
        .put(path("binding"))
        .then()
        .statusCode(409)
        .body("type", endsWith("/spreadsheet-code-missing"));
    String code = code(owner);

    as(owner).put(path("binding")).then().statusCode(409).body("code", equalTo(code));
    as(owner)
        .get(path("cells"))
        .then()
        .statusCode(403)
        .body("type", endsWith("/spreadsheet-not-proved"));
  }

  @Test
  void somebodyElsesCodeProvesNothing() {
    code(stranger);
    tab.with(0, code(owner));

    as(stranger).put(path("binding")).then().statusCode(409);
    as(owner).put(path("binding")).then().statusCode(204);

    as(stranger).get(path("cells")).then().statusCode(403);
    as(stranger).get(path("binding")).then().statusCode(403);
    as(stranger)
        .get("/api/spreadsheets/bindings")
        .then()
        .body("spreadsheetId", not(hasItem(sheet)));
    as(stranger).delete(path("binding")).then().statusCode(404);
    as(owner).get(path("cells")).then().statusCode(200);
  }

  @Test
  void aCodeStaysWhileItCounts() {
    assertThat(code(owner)).isEqualTo(code(owner)).isNotEqualTo(code(stranger));
  }

  @Test
  void whatIsGivenUpIsClosedAgain() {
    tab.with(0, code(owner));
    as(owner).put(path("binding")).then().statusCode(204);

    as(owner).delete(path("binding")).then().statusCode(204);

    as(owner).get(path("cells")).then().statusCode(403);
  }

  @Test
  void anOperatorEntersASpreadsheetForAnOrganisation() {
    String organisation = as(owner).get("/api/organisations/sheet-service").path("[0].id");

    given()
        .auth()
        .oauth2(Tokens.of("root", Roles.OPERATOR))
        .header("Daybreak-Organisation", organisation)
        .put(path("binding"))
        .then()
        .statusCode(204);

    as(owner).get(path("cells")).then().statusCode(200);
  }

  private String code(String person) {
    return as(person).post(path("code")).then().statusCode(200).extract().path("code");
  }

  private String path(String what) {
    return "/api/spreadsheets/" + sheet + "/" + what;
  }

  private static RequestSpecification as(String person) {
    return given().auth().oauth2(Tokens.of(person, Roles.MARKETER));
  }
}
