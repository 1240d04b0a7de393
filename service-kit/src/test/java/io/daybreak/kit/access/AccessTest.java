package io.daybreak.kit.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\t", "min\0ji"})
  void aTokenThatNamesNobodyIsUnauthorizedWhateverItMayDo(@Nullable String subject) {
    given()
        .auth()
        .oauth2(Tokens.without(subject, Roles.MARKETER, Roles.OPERATOR))
        .get("/access/marketers")
        .then()
        .statusCode(401);
  }

  @Test
  void aSubjectOfAbsurdLengthIsUnauthorized() {
    given()
        .auth()
        .oauth2(Tokens.of("s".repeat(256), Roles.MARKETER))
        .get("/access/marketers")
        .then()
        .statusCode(401);
  }

  @Test
  void anAccessTokenForUsCounts() {
    assertThat(statusOf(Map.of())).isEqualTo(200);
    assertThat(statusOf(Map.of("aud", List.of("wiki", "daybreak")))).isEqualTo(200);
    assertThat(statusOf(Map.of("typ", "Bearer", "azp", "console"))).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource
  void aTokenThatIsNotAnAccessTokenForUsIsUnauthorized(String claim, Object value) {
    assertThat(statusOf(Map.of(claim, value))).isEqualTo(401);
  }

  static Stream<Arguments> aTokenThatIsNotAnAccessTokenForUsIsUnauthorized() {
    return Stream.of(
        Arguments.of("aud", "some-other-application"),
        Arguments.of("aud", List.of("wiki", "crm")),
        Arguments.of("aud", List.of()),
        Arguments.of("nonce", "n-0S6_WzA2Mj"),
        Arguments.of("at_hash", "77QmUPtjPfzWtF2AnpK9RQ"),
        Arguments.of("typ", "ID"),
        Arguments.of("typ", "Refresh"),
        Arguments.of("iss", "somebody-else"),
        Arguments.of("exp", Instant.now().plus(Duration.ofDays(3650)).getEpochSecond()),
        Arguments.of("iat", Instant.now().minus(Duration.ofDays(2)).getEpochSecond()));
  }

  @Test
  void aFewSecondsBetweenTheClocksAreNoFault() {
    assertThat(statusOf(Map.of("nbf", Instant.now().getEpochSecond() + 5))).isEqualTo(200);
    assertThat(statusOf(Map.of("nbf", Instant.now().getEpochSecond() + 3600))).isEqualTo(401);
    assertThat(statusOf(Map.of("exp", Instant.now().getEpochSecond() - 90))).isEqualTo(401);
  }

  private static int statusOf(Map<String, Object> changed) {
    Instant now = Instant.now();
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", "daybreak");
    claims.put("aud", "daybreak");
    claims.put("sub", "minji");
    claims.put("groups", List.of(Roles.MARKETER));
    claims.put("iat", now.minus(Duration.ofMinutes(10)).getEpochSecond());
    claims.put("exp", now.plus(Duration.ofHours(1)).getEpochSecond());
    claims.putAll(changed);
    return given()
        .auth()
        .oauth2(Tokens.signed(claims))
        .get("/access/marketers")
        .then()
        .extract()
        .statusCode();
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
