package io.daybreak.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CustomerNameTest {

  @Test
  void aKoreanNameIsSaidWholeWithTheFamilyNameFirst() {
    assertThat(CustomerName.of("하늘", "김")).isEqualTo("김하늘");
  }

  @Test
  void othersAreCalledByTheirFirstName() {
    assertThat(CustomerName.of("Haneul", "Kim")).isEqualTo("Haneul");
    assertThat(CustomerName.of("하늘", "Kim")).isEqualTo("하늘");
    assertThat(CustomerName.of("하늘", null)).isEqualTo("하늘");
  }

  @Test
  void aFamilyNameAloneAddressesNobody() {
    assertThat(CustomerName.of(null, "Kim")).isNull();
  }
}
