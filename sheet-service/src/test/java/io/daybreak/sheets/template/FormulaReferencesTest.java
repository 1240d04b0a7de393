package io.daybreak.sheets.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybreak.contracts.sheet.RawTabTitle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is a reference to a raw tab in a formula, and what only looks like one. */
class FormulaReferencesTest {

  private final FormulaReferences references = titled("NSA_GTD_7");

  private static FormulaReferences titled(String title) {
    return new FormulaReferences(
        new RawTabTitle("NSA_GTD", 7L),
        title,
        "NSA_GTD_7_data",
        Set.of(title, "NSA_GTD_8", "report")::contains,
        Set.of("NSA_GTD_7_data", "NSA_GTD_8_data")::contains);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "=SUM(NSA_GTD!H3:H)                  | =SUM(NSA_GTD_7!H3:H)",
        "=SUM(NSA_GTD_1000001!$H$3:H)        | =SUM(NSA_GTD_7!$H$3:H)",
        "=SUM('NSA_GTD_1000001'!H3:H)        | =SUM(NSA_GTD_7!H3:H)",
        "=nsa_gtd_1!A1+NSA_GTD_2!A1          | =NSA_GTD_7!A1+NSA_GTD_7!A1",
        "={NSA_GTD!A1;NSA_GTD!A2}            | ={NSA_GTD_7!A1;NSA_GTD_7!A2}",
        "=INDIRECT(\"NSA_GTD_1!H\"&ROW())    | =INDIRECT(\"NSA_GTD_7!H\"&ROW())",
        "=INDIRECT(\"'NSA_GTD'!H3\")         | =INDIRECT(\"NSA_GTD_7!H3\")",
        "=ROWS(NSA_GTD_1_data)               | =ROWS(NSA_GTD_7_data)",
        "=ROWS(NSA_GTD_data)                 | =ROWS(NSA_GTD_7_data)",
      })
  void pointsToTheRawTab(String formula, String pointed) {
    assertThat(references.point(formula).text()).isEqualTo(pointed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "=SUM(NSA_GTD_8!H3:H)", // another account's tab that stands
        "=ROWS(NSA_GTD_8_data)",
        "=NSA_TD!A1", // another format
        "=NSA_GTD_1x!A1",
        "=MY_NSA_GTD!A1",
        "='NSA_GTD copy'!A1",
        "='it''s NSA_GTD'!A1",
        "=\"NSA_GTD_1 and a text\"",
        "=\"say \"\"NSA_GTD!\"\"\"",
        "=NSA_GTD_data_of_mine+1",
        "=SUM(#REF!H3:H)",
        "=report!A1",
      })
  void leavesEverythingElse(String formula) {
    assertThat(references.point(formula).text()).isEqualTo(formula);
  }

  @Test
  void quotesATitleThatNeedsIt() {
    assertThat(titled("11월 원본's").point("=NSA_GTD!A1").text()).isEqualTo("='11월 원본''s'!A1");
    assertThat(titled("AB12").point("=NSA_GTD!A1").text()).isEqualTo("='AB12'!A1");
  }

  @Test
  void tellsWhichFormulasNameATab() {
    assertThat(references.point("=IFERROR(report!A1, 0)").toTabs()).isTrue();
    assertThat(references.point("=SUM(A1:A2) & \"!\"").toTabs()).isFalse();
  }

  @Test
  void aLongTextIsNoTrouble() {
    String text = "=\"" + "\"\"x".repeat(20_000) + "\"&NSA_GTD!A1";

    assertThat(references.point(text).text()).endsWith("&NSA_GTD_7!A1");
  }
}
