package io.daybreak.kit.access;

import static io.daybreak.kit.access.OrganisationRole.EDITOR;
import static io.daybreak.kit.access.OrganisationRole.OWNER;
import static io.daybreak.kit.access.OrganisationRole.VIEWER;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class OrganisationTest {

  private static final String ORGANISATIONS = "/api/organisations/service-kit";

  @Inject Pool pool;

  private final String minji = "minji-" + UUID.randomUUID();
  private final String juno = "juno-" + UUID.randomUUID();

  @Test
  void aPersonWithoutAnyActsInAnOrganisationOfOne() {
    as(minji)
        .get(ORGANISATIONS)
        .then()
        .statusCode(200)
        .body("", hasSize(1))
        .body("[0].id", equalTo(OrganisationIds.ofOne(minji).toString()))
        .body("[0].role", equalTo("OWNER"))
        .body("[0].personal", equalTo(true));
    assertThat(made(minji)).isEqualTo(OrganisationIds.ofOne(minji));
  }

  @Test
  void firstRequestsAtTheSameTimeMakeOneOrganisation() {
    List<String> homes =
        IntStream.range(0, 8)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> home(minji)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(homes).containsOnly(OrganisationIds.ofOne(minji).toString());
  }

  @Test
  void colleaguesSeeAndChangeByTheirRole() {
    UUID agency = organisation(minji);
    assertThat(sees(juno, agency)).isFalse();
    change(juno, agency, 403);

    join(juno, invitation(agency, VIEWER));
    assertThat(sees(juno, agency)).isTrue();
    change(juno, agency, 403);

    role(minji, agency, juno, EDITOR, 204);
    change(juno, agency, 204);
  }

  @Test
  void whoIsRemovedLosesEverythingWithTheNextRequest() {
    UUID agency = organisation(minji);
    join(juno, invitation(agency, EDITOR));
    change(juno, agency, 204);

    as(minji).delete(ORGANISATIONS + "/" + agency + "/members/" + juno).then().statusCode(204);

    assertThat(sees(juno, agency)).isFalse();
    change(juno, agency, 403);
    as(juno).header("Daybreak-Organisation", agency).get("/things/home").then().statusCode(403);
  }

  @Test
  void aRequestCanBeAboutOneOrganisationOnly() {
    UUID agency = organisation(minji);
    UUID own = OrganisationIds.ofOne(minji);

    assertThat(made(minji)).isEqualTo(own);
    as(minji)
        .header("Daybreak-Organisation", agency)
        .post("/things")
        .then()
        .body(equalTo(agency.toString()));
    as(minji)
        .header("Daybreak-Organisation", agency)
        .get("/things/" + own)
        .then()
        .body(equalTo("false"));
    as(minji)
        .queryParam("organisation", own.toString())
        .get("/things/" + agency)
        .then()
        .body(equalTo("false"));
    for (String others : List.of(UUID.randomUUID().toString(), "x", "\u00ff")) {
      as(minji)
          .header("Daybreak-Organisation", others)
          .get("/things/home")
          .then()
          .statusCode(403)
          .body("type", equalTo("https://daybreak.io/problems/organisation-not-yours"));
    }
  }

  @Test
  void anInvitationLetsOnePersonInOnce() {
    UUID agency = organisation(minji);
    String code = invitation(agency, EDITOR);
    join(juno, code);

    as("third-" + juno)
        .body(Map.of("code", code))
        .post(ORGANISATIONS + "/join")
        .then()
        .statusCode(404)
        .body("type", equalTo("https://daybreak.io/problems/invitation-not-found"));
    as(minji)
        .get(ORGANISATIONS + "/" + agency + "/members")
        .then()
        .body("subject", containsInAnyOrder(minji, juno));
  }

  @Test
  void aLowerInvitationTakesNoRoleAway() {
    UUID agency = organisation(minji);

    join(minji, invitation(agency, VIEWER));

    as(minji).get(ORGANISATIONS + "/" + agency + "/members").then().body("role", contains("OWNER"));
  }

  @Test
  void anOrganisationKeepsAnOwner() {
    UUID agency = organisation(minji);
    join(juno, invitation(agency, EDITOR));

    role(minji, agency, minji, VIEWER, 409);
    as(minji)
        .delete(ORGANISATIONS + "/" + agency + "/members/" + minji)
        .then()
        .statusCode(409)
        .body("type", equalTo("https://daybreak.io/problems/organisation-last-owner"));

    role(minji, agency, juno, OWNER, 204);
    as(minji).delete(ORGANISATIONS + "/" + agency + "/members/" + minji).then().statusCode(204);
    assertThat(sees(minji, agency)).isFalse();
  }

  @Test
  void whoLeavesTheOrganisationOfOneThatBecameATeamGetsANewOne() {
    UUID first = OrganisationIds.ofOne(minji);
    home(minji);
    join(juno, invitation(first, OWNER));
    as(minji).delete(ORGANISATIONS + "/" + first + "/members/" + minji).then().statusCode(204);

    assertThat(home(minji)).isNotEqualTo(first.toString());
    assertThat(sees(minji, first)).isFalse();
    assertThat(sees(juno, first)).isTrue();
  }

  @Test
  void onlyOwnersSayWhoBelongs() {
    UUID agency = organisation(minji);
    join(juno, invitation(agency, EDITOR));

    role(juno, agency, juno, OWNER, 403);
    as(juno)
        .body(Map.of("role", "OWNER"))
        .post(ORGANISATIONS + "/" + agency + "/invitations")
        .then()
        .statusCode(403);
    as(juno).delete(ORGANISATIONS + "/" + agency).then().statusCode(403);
    as(juno).delete(ORGANISATIONS + "/" + agency + "/members/" + minji).then().statusCode(403);
    String stranger = "stranger-" + juno;
    as(stranger).get(ORGANISATIONS + "/" + agency + "/members").then().statusCode(403);
  }

  @Test
  void anOperatorSeesAllAndActsInOne() {
    UUID agency = organisation(minji);
    String operator = Tokens.of("root", Roles.OPERATOR);

    given().auth().oauth2(operator).get("/things/" + agency).then().body(equalTo("true"));
    given()
        .auth()
        .oauth2(operator)
        .header("Daybreak-Organisation", UUID.randomUUID())
        .get("/things/" + agency)
        .then()
        .body(equalTo("false"));
  }

  @Test
  void ownersReadWhatWasDoneAndNobodyCanChangeIt() {
    UUID agency = organisation(minji);
    join(juno, invitation(agency, EDITOR));
    role(minji, agency, juno, VIEWER, 204);

    as(minji)
        .get("/api/audit/service-kit")
        .then()
        .statusCode(200)
        .body(
            "findAll { it.organisationId == '" + agency + "' }.action",
            contains(
                "member.role-changed", "member.joined", "member.invited", "organisation.created"))
        .body("[0].actor", equalTo(minji))
        .body("[0].object", equalTo(juno))
        .body("[0].after.role", equalTo("VIEWER"))
        .body("[0].address", notNullValue());
    as(juno)
        .get("/api/audit/service-kit")
        .then()
        .body("findAll { it.organisationId == '" + agency + "' }", hasSize(0));
    for (String change :
        List.of(
            "delete from audit_entry",
            "update audit_entry set actor = 'x'",
            "truncate audit_entry")) {
      assertThatThrownBy(() -> pool.query(change).executeAndAwait())
          .hasMessageContaining("stays written down");
    }
  }

  private UUID organisation(String owner) {
    return UUID.fromString(
        as(owner)
            .body(Map.of("name", "Agency"))
            .post(ORGANISATIONS)
            .then()
            .statusCode(201)
            .extract()
            .path("id"));
  }

  private String invitation(UUID organisation, OrganisationRole role) {
    return as(minji)
        .body(Map.of("role", role))
        .post(ORGANISATIONS + "/" + organisation + "/invitations")
        .then()
        .statusCode(201)
        .extract()
        .path("code");
  }

  private void join(String person, String code) {
    as(person).body(Map.of("code", code)).post(ORGANISATIONS + "/join").then().statusCode(200);
  }

  private void role(
      String owner, UUID organisation, String person, OrganisationRole role, int status) {
    as(owner)
        .body(Map.of("role", role))
        .put(ORGANISATIONS + "/" + organisation + "/members/" + person)
        .then()
        .statusCode(status);
  }

  private boolean sees(String person, UUID organisation) {
    return Boolean.parseBoolean(as(person).get("/things/" + organisation).asString());
  }

  private void change(String person, UUID organisation, int status) {
    as(person).post("/things/" + organisation).then().statusCode(status);
  }

  private String home(String person) {
    return as(person).get("/things/home").asString();
  }

  private UUID made(String person) {
    return UUID.fromString(as(person).post("/things").asString());
  }

  private static RequestSpecification as(String person) {
    return given().auth().oauth2(Tokens.of(person, Roles.MARKETER)).contentType(ContentType.JSON);
  }
}
