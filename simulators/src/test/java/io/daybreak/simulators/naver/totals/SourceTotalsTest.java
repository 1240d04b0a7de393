package io.daybreak.simulators.naver.totals;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.simulators.naver.account.Account;
import io.daybreak.simulators.naver.account.AccountGenerator;
import io.daybreak.simulators.naver.account.AccountSpec;
import io.daybreak.simulators.naver.performance.AccountDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SourceTotalsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

  @Test
  void aBigAccountHasExactlyTheRowsItWasOrderedWith() {
    Account big =
        AccountGenerator.generate(AccountSpec.big("licence", "secret", 1_000_001, 7, 200_000, 10));

    var totals = new SourceTotals(big, DAY, DAY.plusDays(9));

    assertThat(totals.rows(RowFormat.NSA_TD)).isEqualTo(200_000);
  }

  @Test
  void theDemoAccountHasTensOfThousandsOfRowsAMonth() {
    Account demo = AccountGenerator.generate(AccountSpec.demo("licence", "secret", 1_000_001, 42));

    long rows = new SourceTotals(demo, DAY, DAY.plusDays(29)).rows(RowFormat.NSA_GTD);

    assertThat(rows).isBetween(30_000L, 50_000L);
  }

  @Test
  void theSumsAreTheSumsOfTheRowsInEveryFormat() {
    Account account =
        AccountGenerator.generate(AccountSpec.small("licence", "secret", 1_000_001, 3));
    var totals = new SourceTotals(account, DAY, DAY.plusDays(2));

    for (RowFormat format : RowFormat.values()) {
      assertThat(totals.byKey(format)).hasSize((int) totals.rows(format));
      assertThat(totals.byKey(format).values().stream().reduce(Sums.NOTHING, Sums::plus))
          .isEqualTo(totals.sums());
    }
    assertThat(totals.rows(RowFormat.NSA_TD)).isEqualTo(600);
  }

  @Test
  void aDayIsTheSameEachTimeAndDaysDiffer() {
    Account account =
        AccountGenerator.generate(AccountSpec.small("licence", "secret", 1_000_001, 3));

    var first = new AccountDay(account, DAY).performance().toList();

    assertThat(new AccountDay(account, DAY).performance().toList()).isEqualTo(first);
    assertThat(new AccountDay(account, DAY.plusDays(1)).performance().toList()).isNotEqualTo(first);
  }

  @Test
  void someConversionsHaveNoPerformanceInTheirHour() {
    Account account =
        AccountGenerator.generate(AccountSpec.demo("licence", "secret", 1_000_001, 3));

    assertThat(new SourceTotals(account, DAY, DAY).byKey(RowFormat.NSA_TD).values())
        .anyMatch(sums -> sums.impressions() == 0 && sums.conversions() > 0)
        .anyMatch(sums -> sums.cost().compareTo(BigDecimal.ZERO) > 0);
  }
}
