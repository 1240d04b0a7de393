package io.daybreak.simulators.sheets;

import static io.daybreak.simulators.sheets.SheetsHarness.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.util.Data;
import com.google.api.services.sheets.v4.model.AppendValuesResponse;
import com.google.api.services.sheets.v4.model.BatchUpdateValuesRequest;
import com.google.api.services.sheets.v4.model.ClearValuesRequest;
import com.google.api.services.sheets.v4.model.UpdateValuesResponse;
import com.google.api.services.sheets.v4.model.ValueRange;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

  private SheetsHarness sheets;
  private String id;

  @BeforeEach
  void start() throws IOException {
    sheets = SheetsHarness.start();
    id = sheets.spreadsheet(10, 5);
  }

  @AfterEach
  void stop() {
    sheets.close();
  }

  @Test
  void rawTextStaysTextWhateverItLooksLike() throws IOException {
    List<Object> row = List.of("=1+1", "123", "2026-11-20", "TRUE", 1.5);

    sheets.write(id, "Data!A1:E1", List.of(row));

    assertThat(sheets.read(id, "Data!A1:E1").toString())
        .isEqualTo("[[=1+1, 123, 2026-11-20, TRUE, 1.5]]");
    assertThat(sheets.read(id, "Data!B1").get(0).get(0)).isInstanceOf(String.class);
  }

  @Test
  void typedTextBecomesNumbersDatesTruthAndFormulas() throws IOException {
    update("Data!A1:E1", "USER_ENTERED", List.of("1,234", "2026-11-20", "true", "12%", "'007"));

    assertThat(sheets.read(id, "Data!A1:E1").toString())
        .isEqualTo("[[1234, 46346, true, 0.12, 007]]");
    var shown = sheets.client.spreadsheets().values().get(id, "Data!A1:E1").execute();
    assertThat(shown.getValues().toString()).isEqualTo("[[1,234, 2026-11-20, TRUE, 12%, 007]]");
  }

  @Test
  void nullLeavesACellAloneAndAnEmptyTextClearsIt() throws IOException {
    sheets.write(id, "Data!A1:C1", List.of(List.of("a", "b", "c")));

    sheets.write(id, "Data!A1:C1", List.of(Arrays.asList(Data.NULL_STRING, "", "x")));

    assertThat(sheets.read(id, "Data!A1:C1").toString()).isEqualTo("[[a, , x]]");
  }

  @Test
  void trailingBlanksAreTrimmedAndNothingLeftMeansNoValues() throws IOException {
    assertThat(sheets.read(id, "Data!A1:C3")).isNull();

    sheets.write(id, "Data!B2", List.of(List.of("x", "", "")));

    assertThat(sheets.read(id, "Data").toString()).isEqualTo("[[], [, x]]");
  }

  @Test
  void anAnswerSaysWhatWasWritten() throws IOException {
    UpdateValuesResponse answer = update("Data!B2", "RAW", List.of("x", 1));

    assertThat(answer.getUpdatedRange()).isEqualTo("Data!B2:C2");
    assertThat(answer.getUpdatedCells()).isEqualTo(2);
  }

  @Test
  void aGridIsNeverExtendedByAnUpdate() {
    assertThat(message(() -> sheets.write(id, "Data!A11", List.of(List.of("x")))))
        .isEqualTo("Range (Data!A11) exceeds grid limits. Max rows: 10, max columns: 5");
    assertThat(message(() -> sheets.write(id, "Data!E1", List.of(List.of("x", "y")))))
        .isEqualTo("Range (Data!E1:F1) exceeds grid limits. Max rows: 10, max columns: 5");
  }

  @Test
  void writingBeyondTheNamedRangeIsRefused() {
    assertThat(message(() -> sheets.write(id, "Data!A1:B1", List.of(List.of("x", "y", "z")))))
        .isEqualTo("Requested writing within range [Data!A1:B1], but tried writing to column [C]");
    assertThat(message(() -> sheets.write(id, "Data!A1:B1", List.of(List.of("x"), List.of("y")))))
        .isEqualTo("Requested writing within range [Data!A1:B1], but tried writing to row [2]");
  }

  @Test
  void aMissingTabIsARangeThatCannotBeParsed() {
    assertThat(message(() -> sheets.read(id, "'Data Tab'!A1:C10")))
        .isEqualTo("Unable to parse range: 'Data Tab'!A1:C10");
  }

  @ParameterizedTest
  @CsvSource({
    "Data!A1:B2, Data!A1:B2",
    "Data!B:C, Data!B1:C10",
    "Data!2:3, Data!A2:E3",
    "Data!C4, Data!C4",
    "Data, Data!A1:E10",
    "A1:A1, Data!A1",
    "Data!A9:Z99, Data!A9:E10",
    "Data!B2:A1, Data!A1:B2"
  })
  void rangesAreUnderstoodAndNamedAsGoogleDoes(String asked, String answered) throws IOException {
    assertThat(sheets.client.spreadsheets().values().get(id, asked).execute().getRange())
        .isEqualTo(answered);
  }

  @Test
  void anElementHasToBeASingleValue() {
    assertThat(message(() -> update("Data!A1", "RAW", List.of("a", List.of("b")))))
        .startsWith("Invalid values[0][1]: list_value {");
  }

  @Test
  void theInputOptionIsRequired() {
    assertThat(
            message(
                () ->
                    sheets
                        .client
                        .spreadsheets()
                        .values()
                        .update(id, "Data!A1", new ValueRange().setValues(List.of(List.of("x"))))
                        .execute()))
        .isEqualTo("'valueInputOption' is required but not specified");
  }

  @Test
  void aCellTakesFiftyThousandCharacters() throws IOException {
    sheets.write(id, "Data!A1", List.of(List.of("x".repeat(50_000))));

    assertThat(message(() -> sheets.write(id, "Data!A1", List.of(List.of("x".repeat(50_001))))))
        .contains("maximum of 50000 characters");
  }

  @Test
  void appendAddsRowsBelowTheTable() throws IOException {
    sheets.write(id, "Data!A1:B10", List.of(List.of("date", "clicks"), List.of("d", 1)));
    var rows = new ValueRange().setValues(List.of(List.of("e", 2)));

    AppendValuesResponse answer =
        sheets
            .client
            .spreadsheets()
            .values()
            .append(id, "Data!A1", rows)
            .setValueInputOption("RAW")
            .execute();

    assertThat(answer.getTableRange()).isEqualTo("Data!A1:B2");
    assertThat(answer.getUpdates().getUpdatedRange()).isEqualTo("Data!A3:B3");
  }

  @Test
  void aBatchOfValuesIsWrittenAllOrNothing() throws IOException {
    var good = new ValueRange().setRange("Data!A1").setValues(List.of(List.of("x")));
    var bad = new ValueRange().setRange("Data!A99").setValues(List.of(List.of("y")));

    assertThat(
            message(
                () ->
                    sheets
                        .client
                        .spreadsheets()
                        .values()
                        .batchUpdate(
                            id,
                            new BatchUpdateValuesRequest()
                                .setValueInputOption("RAW")
                                .setData(List.of(good, bad)))
                        .execute()))
        .contains("exceeds grid limits");
    assertThat(sheets.read(id, "Data")).isNull();
  }

  @Test
  void clearRemovesValues() throws IOException {
    sheets.write(id, "Data!A1:B1", List.of(List.of("a", "b")));

    var cleared =
        sheets.client.spreadsheets().values().clear(id, "Data!A:A", new ClearValuesRequest());

    assertThat(cleared.execute().getClearedRange()).isEqualTo("Data!A1:A10");
    assertThat(sheets.read(id, "Data!A1:B1").toString()).isEqualTo("[[, b]]");
  }

  private UpdateValuesResponse update(String range, String option, List<Object> row)
      throws IOException {
    return sheets
        .client
        .spreadsheets()
        .values()
        .update(id, range, new ValueRange().setValues(List.of(row)))
        .setValueInputOption(option)
        .execute();
  }
}
