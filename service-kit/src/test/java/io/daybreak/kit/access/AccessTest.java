package io.daybreak.kit.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class AccessTest {

  @Test
  void theCallerIsTheSubjectOfTheToken() {
    given()
        .auth()
        .oauth2(Tokens.of("minji", Roles.MARKETER))
        .get("/access/marketers")
        .then()
        .statusCode(200)
        .body(equalTo("minji does not operate"));
  }

  @Test
  void anOperatorIsKnownAsOne() {
    given()
        .auth()
        .oauth2(Tokens.of("root", Roles.MARKETER, Roles.OPERATOR))
        .get("/access/marketers")
        .then()
        .body(equalTo("root operates"));
  }

  @Test
  void noTokenIsUnauthorized() {
    given().get("/access/marketers").then().statusCode(401);
  }

  @Test
  void anExpiredTokenIsUnauthorized() {
    given()
        .auth()
        .oauth2(Tokens.expired("minji", Roles.MARKETER))
        .get("/access/marketers")
        .then()
        .statusCode(401);
  }

  @Test
  void anotherRoleIsForbidden() {
    given()
        .auth()
        .oauth2(Tokens.of("seller", Roles.MERCHANT))
        .get("/access/marketers")
        .then()
        .statusCode(403);
  }

  @Test
  void anEndpointWithoutARoleIsClosedToEverybody() {
    given()
        .auth()
        .oauth2(Tokens.of("root", Roles.MARKETER, Roles.MERCHANT, Roles.OPERATOR, Roles.SERVICE))
        .get("/access/forgotten")
        .then()
        .statusCode(403);
  }

  @Test
  void anOpenEndpointNeedsNoToken() {
    given().get("/access/everybody").then().statusCode(200);
  }
}
