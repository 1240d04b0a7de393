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
  void aNameInOneFieldIsUsedAsItIs() {
    assertThat(CustomerName.of(null, "Brown")).isEqualTo("Brown");
    assertThat(CustomerName.of("김하늘", "김")).isEqualTo("김하늘");
  }

  @Test
  void chineseAndJapaneseNamesAreSaidWholeAsWell() {
    assertThat(CustomerName.of("太郎", "山田")).isEqualTo("山田太郎");
    assertThat(CustomerName.of("さくら", "田中")).isEqualTo("田中さくら");
  }

  @Test
  void whatIsTypedInsteadOfANameIsNone() {
    assertThat(CustomerName.of(".", "-")).isNull();
    assertThat(CustomerName.of("a@example.com", null)).isNull();
    assertThat(CustomerName.of("", "Kim")).isEqualTo("Kim");
  }
}
