package io.daybreak.console.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.console.testing.Outside;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Outside.class)
class OwnersTest {

  @Inject Owners owners;

  @ConfigProperty(name = "daybreak.console.services.import-service")
  URI imports;

  @ConfigProperty(name = "daybreak.console.services.sheet-service")
  URI sheets;

  @Test
  void aResourceHasOneOwner() {
    assertThat(owners.of("/api/raw-data")).hasValue(imports);
    assertThat(owners.of("/api/raw-data/1/logs")).hasValue(imports);
    assertThat(owners.of("/api/spreadsheets/1/cells")).hasValue(sheets);
  }

  @Test
  void whatEveryServiceHasNamesItsOwner() {
    assertThat(owners.of("/api/dead-letters/sheet-service")).hasValue(sheets);
    assertThat(owners.of("/api/alerts/import-service/x/y")).hasValue(imports);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/", "/api", "/api/alerts", "/api/alerts/nobody", "/api/RAW-DATA"})
  void otherPathsHaveNone(String path) {
    assertThat(owners.of(path)).isEmpty();
  }
}
