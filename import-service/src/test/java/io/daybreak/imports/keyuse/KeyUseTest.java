package io.daybreak.imports.keyuse;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static io.daybreak.imports.testing.ProblemAnswer.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.daybreak.imports.testing.MovableClock;
import io.daybreak.imports.testing.Naver;
import io.daybreak.imports.testing.Person;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class KeyUseTest {

  @Inject MovableClock clock;

  private final Person person = Person.marketer();
  private final String customerId = newCustomerId();
  private Naver naver;
  private String key;

  @BeforeEach
  void aKey() {
    clock.followTime();
    naver = new Naver(customerId, Map.of());
    UUID id =
        person
            .register(naver.licence(), "secret", customerId)
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getUUID("id");
    key = "/api/api-keys/" + id;
  }

  @Test
  void aTestOfAKeyIsOneCallWithinItsAllowance() {
    assertThat(calls()).isZero();

    test().body("customerId", equalTo(customerId)).body("works", equalTo(true));

    assertThat(calls()).isPositive();
  }

  @Test
  void aTestTellsWhyAKeyDoesNotWork() {
    naver.fault(
        "GET",
        "/stat-reports",
        Map.of(
            "fault", "status",
            "status", 403,
            "body", "{\"type\":\"urn:naver:api:problem:invalid-signature\"}"));

    test()
        .body("works", equalTo(false))
        .body("failureCode", equalTo("NAVER_KEY_REFUSED"))
        .body("reason", containsString("renewed at NAVER"));
  }

  @Test
  void theAllowanceIsTold() {
    person
        .request()
        .get(key + "/use?minutes=5")
        .then()
        .statusCode(200)
        .body("minutes.size()", equalTo(5))
        .body("callsPerMinute", equalTo(11320)); // 200 in 1,060 ms
  }

  @Test
  void keysOfOthersAndAccountsOfNobodyAreNotThere() {
    Person stranger = Person.marketer();

    problem(stranger.request().get(key + "/use"), 404, "api-key-not-found");
    problem(
        stranger.request().post(key + "/ad-accounts/" + customerId + "/test"),
        404,
        "api-key-not-found");
    problem(person.request().post(key + "/ad-accounts/1/test"), 404, "ad-account-not-found");
  }

  private ValidatableResponse test() {
    return person
        .request()
        .post(key + "/ad-accounts/" + customerId + "/test")
        .then()
        .statusCode(200);
  }

  private long calls() {
    List<Integer> granted =
        person
            .request()
            .get(key + "/use")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getList("minutes.granted");
    return granted.stream().mapToInt(Integer::intValue).sum();
  }
}
