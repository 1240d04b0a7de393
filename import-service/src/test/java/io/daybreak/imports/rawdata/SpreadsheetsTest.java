package io.daybreak.imports.rawdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetsTest {

  private static final String ID = "1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74OgvE2upms";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ID",
        " ID ",
        "https://docs.google.com/spreadsheets/d/ID",
        "https://docs.google.com/spreadsheets/d/ID/edit?usp=sharing&rtpof=true&sd=true#gid=0",
        "http://docs.google.com/spreadsheets/d/ID/edit",
        "docs.google.com/spreadsheets/d/ID/edit#gid=12",
        "HTTPS://DOCS.GOOGLE.COM/spreadsheets/d/ID/htmlview",
        "https://docs.google.com/spreadsheets/u/1/d/ID/edit",
        "https://docs.google.com/a/agency.co.kr/spreadsheets/d/ID/edit",
        "https://docs.google.com/spreadsheets/a/agency.co.kr/d/ID/edit",
        "https://docs.google.com/a/agency.co.kr/spreadsheets/u/0/d/ID/edit",
        "https://drive.google.com/open?id=ID&usp=drive_fs",
        "https://drive.google.com/open?usp=drive_fs&id=ID",
        "https://drive.google.com/a/agency.co.kr/open?id=ID",
        "https://drive.google.com/file/d/ID/view?usp=drive_link",
        "https://drive.google.com/file/u/1/d/ID/view",
        "https://docs.google.com/spreadsheet/ccc?key=ID#gid=0",
        "https://www.google.com/url?q=https%3A%2F%2Fdocs.google.com%2Fspreadsheets%2Fd%2FID%2Fedit&sa=D",
        "\"https://docs.google.com/spreadsheets/d/ID/edit\"",
        "<https://docs.google.com/spreadsheets/d/ID/edit|주간 보고서>",
        "[광고팀] 보고서 시트입니다 https://docs.google.com/spreadsheets/d/ID/edit 확인 부탁드려요!",
        "김대리 : 주간 보고서\nhttps://docs.google.com/spreadsheets/d/ID/edit?usp=sharing\n오후 3:12",
        "https://docs.google.com/spreadsheets/d/ID/edit https://docs.google.com/spreadsheets/d/ID/view",
        "(docs.google.com/spreadsheets/d/ID).",
        "\u200Bhttps://docs.google.com/spreadsheets/d/ID/edit\uFEFF",
        "'ID'",
        "id는 ID 입니다",
      })
  void everyWayOfNamingASpreadsheetIsUnderstood(String pasted) {
    assertThat(Spreadsheets.id(pasted.replace("ID", ID))).isEqualTo(ID);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NO_ADDRESS | 주간 보고서",
        "NO_ADDRESS | https://docs.google.com/spreadsheets/",
        "SEVERAL | https://docs.google.com/spreadsheets/d/aaaaaaaaaaaa https://docs.google.com/spreadsheets/d/bbbbbbbbbbbb",
        "PUBLISHED | https://docs.google.com/spreadsheets/d/e/2PACX-1vQabcdefghijklmnopqrstuvwx/pubhtml",
        "FOLDER | https://drive.google.com/drive/folders/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs",
        "FOLDER | https://drive.google.com/drive/u/1/folders/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs",
        "OTHER_DOCUMENT | https://docs.google.com/document/d/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs74/edit",
      })
  void whatNamesNoneIsRefusedWithItsReason(String reason, String pasted) {
    HttpProblem refusal = catchThrowableOfType(HttpProblem.class, () -> Spreadsheets.id(pasted));

    assertThat(refusal.getParameters()).containsEntry("reason", reason);
    assertThat(refusal.getStatusCode()).isEqualTo(422);
  }

  /** Two programs read the same text; what they look for is written once in each. */
  @Test
  void theConsoleLooksForTheSame() throws IOException {
    String console =
        Files.readString(Path.of("../console/src/main/resources/web/pages/imports/spreadsheet.js"));

    assertThat(console)
        .contains("/" + Spreadsheets.LINK.replace("/", "\\/") + "/gi")
        .contains("/" + Spreadsheets.LONE_ID.replace("/", "\\/") + "/g");
  }
}
