package io.daybreak.orders.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholdersTest {

  @Test
  void everyMarkIsFilledInOnceAndWhatIsFilledInIsNotReadAgain() {
    MailContent content = content("{order}", List.of("Tea", "$1"));

    assertThat(
            Placeholders.fill("{shop}: {customer}, {order}, {items} {link}", content, "customer"))
        .isEqualTo("Tea House: {order}, #1, Tea, $1 https://example.com/review");
  }

  @Test
  void ofALargeOrderTheFirstFewItemsAreNamed() {
    MailContent content = content("Alex", List.of("a", "b", "c", "d", "e", "f"));

    assertThat(Placeholders.fill("{items}", content, "customer")).isEqualTo("a, b, c, d, e …");
  }

  @Test
  void aCustomerWithoutANameLeavesNoHole() {
    assertThat(Placeholders.fill("Dear {customer}, hi", content(null, List.of()), "customer"))
        .isEqualTo("Dear customer, hi");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{shop} {link} {customer} {order} {items}",
        "100% linen, 50 % off",
        "costs $5 or 5$",
        "[Notice] and [공지]",
        "a < b > c | d"
      })
  void whatIsTextStaysText(String text) {
    assertThat(Placeholders.allKnown(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{password}",
        "{Customer}",
        "{ customer }",
        "{{customer}}",
        "{{ customer.first_name }}",
        "{customer",
        "customer}",
        "{% if x %}",
        "{#if true}x{/if}",
        "${customer}",
        "$customer",
        "%customer%",
        "%%name%%",
        "[customer]",
        "[[Order Number]]",
        "[first name]",
        "<%= name %>",
        "*|FNAME|*",
        "{고객}"
      })
  void aMarkThatWouldReachCustomersAsItStandsIsKnownAsSuch(String text) {
    assertThat(Placeholders.allKnown(text)).isFalse();
  }

  private static MailContent content(@Nullable String customer, List<String> items) {
    return new MailContent(
        "Tea House", customer, "#1", items, "https://example.com/review", "https://example.com/u");
  }
}
