package io.daybreak.sheets.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.kit.testing.EmbeddedServices;
import io.daybreak.sheets.simulated.SimulatedGoogle;
import io.daybreak.sheets.template.TemplateCopies.Use;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Two runs of a spreadsheet at once, with one template. */
@QuarkusTest
@QuarkusTestResource(EmbeddedServices.class)
@WithTestResource(SimulatedGoogle.class)
class TemplateCopiesTest {

  private static final int TAB = 1;
  private static final int COPY = 55;
  private static final int RAW = 7;

  @Inject TemplateCopies copies;

  private final Use one = new Use("book-" + UUID.randomUUID(), "template", UUID.randomUUID());
  private final Use other = new Use(one.spreadsheet(), one.template(), UUID.randomUUID());

  @Test
  void formulasCountAsPointedOnlyWithEveryCopyThatThereIs() {
    copies.intend(one, TAB, null, List.of(0));
    copies.link(other, RAW, List.of());
    assertThat(copies.links(other)).as("a copy is being made").isEmpty();

    copies.made(one, TAB, one.run(), COPY);
    copies.link(other, RAW, List.of());
    assertThat(copies.links(other)).as("a copy was made after the look").isEmpty();

    copies.link(other, RAW, List.of(COPY));
    assertThat(copies.links(other)).containsExactly(RAW);

    copies.intend(one, TAB + 1, null, List.of(0, COPY));
    assertThat(copies.links(other)).as("another copy is about to come").isEmpty();
  }

  @Test
  void ofTwoRunsOneMakesTheCopy() {
    assertThat(copies.intend(one, TAB, null, List.of(0))).isTrue();
    assertThat(copies.intend(other, TAB, null, List.of(0))).isFalse();
    assertThat(copies.made(other, TAB, other.run(), 66)).isFalse();
    assertThat(copies.made(one, TAB, one.run(), COPY)).isTrue();
    assertThat(copies.of(other).get(TAB).tab()).isEqualTo(COPY);
  }
}
