package io.daybreak.imports.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.imports.testing.Person;
import io.daybreak.kit.testing.AuthorizationMatrix;
import io.daybreak.kit.testing.EmbeddedServices;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
class AuthorizationMatrixTest {

  @Test
  void everyOperationIsClosedToEverybodyWhoHasNoRightToIt() {
    Person owner = Person.marketer();
    String customerId = Person.newCustomerId();
    UUID key = owner.registerKey(customerId);
    UUID set = owner.define(key, customerId, Person.newSpreadsheetId()).id();
    String organisation = owner.organisation();

    assertThat(
            AuthorizationMatrix.read("authorization.txt")
                .faults(
                    path ->
                        path.replace("/api-keys/{id}", "/api-keys/" + key)
                            .replace("/raw-data/{id}", "/raw-data/" + set)
                            .replace("/{service}/{id}", "/{service}/" + organisation)
                            .replace("{service}", AuthorizationMatrix.service())
                            .replace("{subject}", owner.name())
                            .replace("{customerId}", customerId)
                            .replace("{date}", "2026-11-28")
                            .replace("{id}", UUID.randomUUID().toString()),
                    Map.of()))
        .isEmpty();

    owner.request().get("/api/raw-data/" + set).then().statusCode(200);
    owner.request().get("/api/api-keys/" + key + "/ad-accounts").then().statusCode(200);
  }
}
