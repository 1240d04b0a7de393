package io.daybreak.sheets.cells;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.kit.testing.AuthorizationMatrix;
import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.sheets.fake.GoogleResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(GoogleResource.class)
class AuthorizationMatrixTest {

  @Test
  void everyOperationIsClosedToEverybodyWhoHasNoRightToIt() {
    assertThat(
            AuthorizationMatrix.read("authorization.txt")
                .faults(
                    path ->
                        path.replace("{service}", AuthorizationMatrix.service())
                            .replace("{subject}", "somebody")
                            .replace("{id}", UUID.randomUUID().toString()),
                    Map.of()))
        .isEmpty();
  }
}
