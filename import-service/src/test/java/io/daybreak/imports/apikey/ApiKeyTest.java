package io.daybreak.imports.apikey;

import static io.daybreak.imports.testing.Person.newCustomerId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.daybreak.imports.testing.Database;
import io.daybreak.imports.testing.Person;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class ApiKeyTest {

  private static final String SECRET = "AQAAAAsecret+that/nobody=sees";

  @Inject ApiKeyVault vault;
  @Inject Database database;

  private final Person person = Person.marketer();
  private final String licence = "0100000000licence-" + newCustomerId();
  private final String customerId = newCustomerId();

  @Test
  void neitherLicenceNorSecretIsEverReturnedOrStoredReadably() {
    String answer = register(person, SECRET).toString();

    String list = person.request().get("/api/api-keys").asString();
    String stored =
        database.column("select api_key::text from api_key order by created_at").toString();

    assertThat(answer + list).doesNotContain(licence).doesNotContain(SECRET);
    assertThat(stored).doesNotContain(licence).doesNotContain(SECRET);
  }

  @Test
  void aSecondPersonWithTheSameSecretSharesTheKey() {
    UUID first = register(person, SECRET);
    Person colleague = Person.marketer();

    UUID second = register(colleague, SECRET);

    assertThat(second).isEqualTo(first);
    colleague
        .request()
        .get("/api/api-keys/" + first + "/ad-accounts")
        .then()
        .statusCode(200)
        .body("customerId", contains(customerId));
  }

  @Test
  void whoKnowsOnlyTheLicenceGetsNothing() {
    UUID id = register(person, SECRET);
    Person stranger = Person.marketer();

    stranger
        .register(licence, "guess", customerId)
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("https://daybreak.io/problems/api-key-secret-differs"))
        .body("detail", not(containsString("guess")));
    stranger.request().get("/api/api-keys").then().body("$", hasSize(0));
    stranger.request().get("/api/api-keys/" + id + "/ad-accounts").then().statusCode(404);
  }

  @Test
  void racingRegistrationsMakeOneKey() {
    List<UUID> ids =
        IntStream.range(0, 6)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> register(Person.marketer(), SECRET)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(ids).containsOnly(ids.get(0));
  }

  @Test
  void theNextCallIsSignedWithTheRotatedSecret() {
    UUID id = register(person, SECRET);

    person
        .request()
        .body(Map.of("secretKey", "rotated"))
        .put("/api/api-keys/" + id + "/secret")
        .then()
        .statusCode(204);

    assertThat(vault.credentials(id).await().atMost(Duration.ofSeconds(5)))
        .isEqualTo(new NaverCredentials(licence, "rotated"));
    assertThat(register(Person.marketer(), "rotated")).isEqualTo(id);
  }

  @Test
  void aStrangerCannotRotateASecret() {
    UUID id = register(person, SECRET);

    Person.marketer()
        .request()
        .body(Map.of("secretKey", "mine"))
        .put("/api/api-keys/" + id + "/secret")
        .then()
        .statusCode(404)
        .body("type", equalTo("https://daybreak.io/problems/api-key-not-found"));
  }

  @Test
  void anAccountIsAddedOnceAndRenamed() {
    UUID id = register(person, SECRET);
    String another = newCustomerId();

    for (String name : List.of("first name", "second name")) {
      person
          .request()
          .body(Map.of("name", name))
          .put("/api/api-keys/" + id + "/ad-accounts/" + another)
          .then()
          .statusCode(204);
    }

    person
        .request()
        .get("/api/api-keys/" + id + "/ad-accounts")
        .then()
        .body("$", hasSize(2))
        .body("name", hasItem("second name"));
    person
        .request()
        .body(Map.of("name", "x"))
        .put("/api/api-keys/" + id + "/ad-accounts/abc")
        .then()
        .statusCode(400);
  }

  @Test
  void operatorsSeeEveryKey() {
    UUID id = register(person, SECRET);

    Person.operator().request().get("/api/api-keys").then().body("id", hasItem(id.toString()));
    Person.marketer().request().get("/api/api-keys").then().body("$", hasSize(0));
  }

  @Test
  void anIncompleteKeyIsAProblemThatEchoesNothing() {
    String answer =
        person
            .request()
            .body(Map.of("name", "Key", "secretKey", SECRET))
            .post("/api/api-keys")
            .then()
            .statusCode(400)
            .contentType("application/problem+json")
            .extract()
            .asString();

    assertThat(answer).contains("accessLicense").doesNotContain(SECRET);
  }

  private UUID register(Person who, String secret) {
    return who.register(licence, secret, customerId)
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getUUID("id");
  }
}
