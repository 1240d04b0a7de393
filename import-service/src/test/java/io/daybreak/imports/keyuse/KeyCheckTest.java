package io.daybreak.imports.keyuse;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.ProblemAnswer.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.daybreak.imports.testing.MovableClock;
import io.daybreak.imports.testing.Naver;
import io.daybreak.imports.testing.Person;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** NAVER is asked with a key before anything of it is stored. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@TestProfile(KeyCheckTest.Tested.class)
class KeyCheckTest {

  /** As in production. */
  public static class Tested implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("daybreak.api-keys.tested", "true");
    }
  }

  @Inject MovableClock clock;

  private final Person person = Person.marketer();
  private final String customerId = newCustomerId();
  private Naver naver;

  @BeforeEach
  void anAccount() {
    clock.followTime();
    naver = new Naver(customerId, Map.of());
  }

  @Test
  void aKeyThatNaverDoesNotKnowIsNotStored() {
    problem(person.register("mistyped", "secret", customerId), 422, "naver-key-unknown");

    person.request().get("/api/api-keys").then().body("size()", equalTo(0));
  }

  @Test
  void aRenewedSecretIsSaidToBeOne() {
    problem(person.register(naver.licence(), "old", customerId), 422, "naver-key-renewed");
  }

  @Test
  void anAccountThatTheKeyMayNotReadIsNamed() {
    problem(person.register(naver.licence(), "secret", "1"), 422, "naver-no-permission");
  }

  @Test
  void aRotationIsTestedBeforeTheOldSecretGoes() {
    UUID key =
        person
            .register(naver.licence(), "secret", customerId)
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getUUID("id");

    problem(
        person
            .request()
            .body(Map.of("secretKey", "mistyped"))
            .put("/api/api-keys/" + key + "/secret"),
        422,
        "naver-key-renewed");
    naver.post("/_sim/api-keys/" + naver.licence() + "/secret", Map.of("secret", "renewed"));
    person
        .request()
        .body(Map.of("secretKey", "renewed"))
        .put("/api/api-keys/" + key + "/secret")
        .then()
        .statusCode(204);
  }

  @Test
  void theAccountsOfAKeyAreListedThoseOfItsManagersToo() {
    String child = newCustomerId();
    UUID key =
        person
            .register(naver.licence(), "secret", customerId)
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getUUID("id");
    naver.child(child, 77);

    person
        .request()
        .get("/api/api-keys/" + key + "/reachable-accounts")
        .then()
        .statusCode(200)
        .body("customerId", hasItems(customerId, child))
        .body("find { it.customerId == '" + customerId + "' }.added", equalTo(true))
        .body("find { it.customerId == '" + child + "' }.managerAccountNo", equalTo("77"))
        .body("find { it.customerId == '" + child + "' }.added", equalTo(false));
  }
}
