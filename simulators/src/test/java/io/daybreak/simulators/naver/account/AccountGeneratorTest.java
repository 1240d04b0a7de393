package io.daybreak.simulators.naver.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccountGeneratorTest {

  private final AccountSpec spec = AccountSpec.demo("licence", "secret", 1_000_001, 42);
  private final Account account = AccountGenerator.generate(spec);

  @Test
  void theSameSpecGivesTheSameAccountAndAnotherSeedAnother() {
    Account again = AccountGenerator.generate(spec);
    Account other = AccountGenerator.generate(AccountSpec.demo("licence", "secret", 1_000_001, 43));

    assertThat(again.targets()).isEqualTo(account.targets());
    assertThat(other.targets()).isNotEqualTo(account.targets());
  }

  @Test
  void thereAreSeveralCampaignTypesWithAndWithoutKeywords() {
    assertThat(account.campaigns()).extracting(Campaign::type).contains(CampaignType.values());
    assertThat(account.targets()).anyMatch(target -> target.keyword() == null);
    assertThat(account.campaigns())
        .allMatch(each -> each.id().contains("-%02d-".formatted(each.type().number())));
  }

  @Test
  void namesAreKoreanAndSomeAreNastyButNoneHasATabOrALineEnd() {
    List<String> names =
        Stream.of(
                account.campaigns().stream().map(Campaign::name),
                account.adGroups().stream().map(AdGroup::name),
                account.keywords().stream().map(Keyword::text))
            .flatMap(each -> each)
            .toList();

    assertThat(names).noneMatch(name -> name.matches("(?s).*[\\t\\r\\n].*"));
    assertThat(names).anyMatch(name -> name.startsWith("="));
    assertThat(names).anyMatch(name -> name.startsWith("+"));
    assertThat(names).anyMatch(name -> name.contains("\""));
    assertThat(names).anyMatch(name -> name.codePoints().anyMatch(point -> point > 0xffff));
    assertThat(names).filteredOn(name -> name.matches(".*[가-힣].*")).hasSizeGreaterThan(100);
  }

  @Test
  void idsAreDistinctOverAccounts() {
    Account other = AccountGenerator.generate(spec.forCustomer(1_000_002));

    assertThat(other.keywords())
        .extracting(Keyword::id)
        .doesNotContainAnyElementsOf(account.keywords().stream().map(Keyword::id).toList());
  }

  @Test
  void moreRowsADayThanCombinationsAreRefused() {
    var impossible = new AccountSpec("l", "s", 1, 1, 1, 1, 1, 1, 97, null);

    assertThatThrownBy(() -> AccountGenerator.generate(impossible))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
