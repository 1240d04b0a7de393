package io.daybreak.sheets.cells;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.kit.testing.AuthorizationMatrix;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.RequestFuzzer;
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
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(GoogleResource.class)
class HostileRequestsTest {

  private static final String SHEET = "sheet-of-the-fuzzer";

  private static final String OWNER = "owner-of-" + SHEET;

  FakeGoogle google;

  @Test
  void noRequestEndsInAnErrorAndNoRefusalLeavesAnything() {
    FakeTab tab = new FakeTab(0, "Notes", 100, 26);
    google.put(SHEET, new FakeSpreadsheet(tab));
    tab.with(0, owner().post("/api/spreadsheets/" + SHEET + "/code").<String>path("code"));
    owner().put("/api/spreadsheets/" + SHEET + "/binding").then().statusCode(204);
    String organisation =
        owner().get("/api/organisations/" + AuthorizationMatrix.service()).path("[0].id");

    assertThat(
            new RequestFuzzer(AuthorizationMatrix.read("authorization.txt"), OWNER)
                .things(
                    path ->
                        path.replace("/spreadsheets/{id}", "/spreadsheets/" + SHEET)
                            .replace("/{service}/{id}", "/{service}/" + organisation)
                            .replace("{service}", AuthorizationMatrix.service()))
                .faults("spreadsheet_binding", "organisation_invitation", "audit_entry"))
        .isEmpty();
  }

  private static RequestSpecification owner() {
    return RestAssured.given()
        .auth()
        .oauth2(Tokens.of(OWNER, "marketer"))
        .contentType("application/json");
  }
}
