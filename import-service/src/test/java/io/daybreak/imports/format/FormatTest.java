package io.daybreak.imports.format;

import static io.daybreak.contracts.sheet.TabLayout.CellType.DATE;
import static io.daybreak.contracts.sheet.TabLayout.CellType.NUMBER;
import static io.daybreak.contracts.sheet.TabLayout.CellType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.contracts.sheet.TabLayout;
import io.daybreak.contracts.sheet.TabLayout.Column;
import org.junit.jupiter.api.Test;

class FormatTest {

  @Test
  void theNumbersOfColumnsAreTheContract() {
    assertThat(Format.NSA_CTD.columns()).hasSize(9);
    assertThat(Format.NSA_GTD.columns()).hasSize(11);
    assertThat(Format.NSA_TD.columns()).hasSize(13);
    assertThat(Format.NSA_T.columns()).hasSize(11);
    assertThat(Format.NSA_TP.columns()).hasSize(18);
    assertThat(Format.NSA_GP.columns()).hasSize(16);
    assertThat(Format.NSA_GQ.columns()).hasSize(9);
    assertThat(Format.NSA_GM.columns()).hasSize(11);
    assertThat(Format.NSA_GR.columns()).hasSize(10);
  }

  @Test
  void theColumnsOfTheWidestFormatStandInTheOrderOfTheContract() {
    assertThat(Format.NSA_TD.columns())
        .extracting(Column::header)
        .containsExactly(
            "일자 (date)",
            "시간 (hour)",
            "기기 (device)",
            "캠페인 ID (campaign id)",
            "캠페인 (campaign)",
            "광고그룹 ID (ad group id)",
            "광고그룹 (ad group)",
            "키워드 ID (keyword id)",
            "키워드 (keyword)",
            "노출수 (impressions)",
            "클릭수 (clicks)",
            "비용 (cost)",
            "전환수 (conversions)");
  }

  @Test
  void datesAreDatesNumbersAreNumbersAndEverythingElseIsText() {
    assertThat(Format.NSA_CTD.columns())
        .extracting(Column::type)
        .containsExactly(DATE, NUMBER, TEXT, TEXT, TEXT, NUMBER, NUMBER, NUMBER, NUMBER);
  }

  @Test
  void theTabIsNamedAfterFormatAndAccount() {
    TabLayout layout = Format.NSA_T.layout(1000001);

    assertThat(layout.title()).isEqualTo("NSA_T_1000001");
    assertThat(layout.notice()).contains("바꾸지 마세요", "Do not move");
    assertThat(layout.columns()).isEqualTo(Format.NSA_T.columns());
  }
}
