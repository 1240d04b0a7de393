package io.daybreak.imports.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.imports.names.NameKind.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines of master reports, as they come. */
class NameKindTest {

  private static final String CAMPAIGN = "1\tcmp-1\t%s\t1\t1\t0\t\t\t2025-02-06T02:37:26Z\t\t0\t";
  private static final String AD_GROUP =
      "1\tgrp-1\tcmp-1\t%s\t70\t0\t0\t70\t100\t100\t0\t100\tbsn-1\tbsn-1\tT\t\t\t1\t";
  private static final String KEYWORD = "1\tgrp-1\tnkw-1\t%s\t70\t\t\t0\t20\t1\tT\t\t1";

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"이름", "  앞뒤 공백  ", "=SUM(A1:A9)", "2026-01-01"})
  void namesAreTakenAsTheyAre(String name) {
    assertThat(NameKind.CAMPAIGN.read(CAMPAIGN.formatted(name))).contains(new Named("cmp-1", name));
    assertThat(NameKind.AD_GROUP.read(AD_GROUP.formatted(name))).contains(new Named("grp-1", name));
    assertThat(NameKind.KEYWORD.read(KEYWORD.formatted(name))).contains(new Named("nkw-1", name));
  }

  @Test
  void aTabInANameMovesNothing() {
    assertThat(NameKind.CAMPAIGN.read(CAMPAIGN.formatted("둘\t로")))
        .contains(new Named("cmp-1", "둘 로"));
    assertThat(NameKind.AD_GROUP.read(AD_GROUP.formatted("a\tb\tc")))
        .contains(new Named("grp-1", "a b c"));
  }

  @Test
  void columnsThatNaverAppendsAreIgnored() {
    assertThat(NameKind.KEYWORD.read(KEYWORD.formatted("말") + "\t새 열\t7"))
        .contains(new Named("nkw-1", "말"));
  }

  @Test
  void whatIsNotAsDocumentedIsLeftOut() {
    assertThat(NameKind.CAMPAIGN.read("null\tnull\tnull")).isEmpty();
    assertThat(NameKind.CAMPAIGN.read("")).isEmpty();
    assertThat(NameKind.AD_GROUP.read("1\tgrp-1\tcmp-1\tname")).isEmpty();
  }
}
