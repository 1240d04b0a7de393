package io.daybreak.orders.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

  @Test
  void everyMarkIsFilledInOnceAndWhatIsFilledInIsNotReadAgain() {
    MailContent content = content("{order}", List.of("Tea", "$1"));

    assertThat(Placeholders.fill("{shop}: {customer}, {order}, {items} {link}", content))
        .isEqualTo("Tea House: {order}, #1, Tea, $1 https://example.com/review");
  }

  @Test
  void ofALargeOrderTheFirstFewItemsAreNamed() {
    MailContent content = content("Alex", List.of("a", "b", "c", "d", "e", "f"));

    assertThat(Placeholders.fill("{items}", content)).isEqualTo("a, b, c, d, e …");
  }

  @Test
  void aMarkThatDoesNotExistIsKnownAsSuch() {
    assertThat(Placeholders.allKnown("{shop} {link}")).isTrue();
    assertThat(Placeholders.allKnown("{password}")).isFalse();
  }

  private static MailContent content(String customer, List<String> items) {
    return new MailContent(
        "Tea House", customer, "#1", items, "https://example.com/review", "https://example.com/u");
  }
}
