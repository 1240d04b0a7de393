package io.daybreak.sheets.cells;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.kit.testing.AuthorizationMatrix;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.ScopeProperty;
import io.daybreak.kit.testing.Tokens;
import io.daybreak.sheets.fake.FakeGoogle;
import io.daybreak.sheets.fake.FakeSpreadsheet;
import io.daybreak.sheets.fake.FakeTab;
import io.daybreak.sheets.fake.GoogleResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(GoogleResource.class)
class ScopeTest {

  private static final String OPERATORS = "of the service itself, for operators";

  FakeGoogle google;

  @Test
  void nobodySeesARowOutsideOfTheirOrganisations() {
    ScopeProperty scopes =
        new ScopeProperty(AuthorizationMatrix.read("authorization.txt"))
            .without("GET /api/organisations/{service}/all", OPERATORS)
            .without("GET /api/alerts/{service}", OPERATORS)
            .without("GET /api/doctor/{service}", OPERATORS)
            .without("GET /api/dead-letters/{service}", OPERATORS)
            .without("GET /api/dead-letters/{service}/{id}", OPERATORS)
            .without("GET /api/spreadsheets/service-account", "the product's own address");
    for (int i = 0; i < 3; i++) {
      plant(scopes);
    }

    assertThat(scopes.faults("marketer")).isEmpty();
  }

  private void plant(ScopeProperty scopes) {
    String sheet = "scoped-" + UUID.randomUUID();
    String path = "/api/spreadsheets/" + sheet;
    FakeTab tab = new FakeTab(0, "Notes", 100, 26);
    google.put(sheet, new FakeSpreadsheet(tab));
    tab.with(0, as("owner-" + sheet).post(path + "/code").<String>path("code"));
    as("owner-" + sheet).put(path + "/binding").then().statusCode(204);
    String organisations = "/api/organisations/" + AuthorizationMatrix.service();
    String own = as("owner-" + sheet).get(organisations).path("[0].id");
    scopes
        .row("GET /api/organisations/{service}", own, organisations, own)
        .row(
            "GET /api/organisations/{service}/{id}/members",
            own,
            organisations + "/" + own + "/members",
            "owner-" + sheet)
        .row("GET /api/audit/{service}", own, "/api/audit/" + AuthorizationMatrix.service(), "")
        .row("GET /api/spreadsheets/bindings", own, "/api/spreadsheets/bindings", sheet)
        .row("GET /api/spreadsheets/{id}/binding", own, path + "/binding", "")
        .row("GET /api/spreadsheets/{id}/cells", own, path + "/cells", "");
  }

  private static RequestSpecification as(String person) {
    return RestAssured.given()
        .auth()
        .oauth2(Tokens.of(person, "marketer"))
        .contentType("application/json");
  }
}
