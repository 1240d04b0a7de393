package io.daybreak.simulators.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies that Google's client cannot send. */
class StrictBodiesTest {

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | Must specify at least one request.",
        "{\"requests\":[{\"frobnicate\":{}}]} | Invalid JSON payload received. Unknown name \\\"frobnicate\\\" at 'requests[0]': Cannot find field.",
        "{\"request\":[]} | Invalid JSON payload received. Unknown name \\\"request\\\": Cannot find field.",
        "{\"requests\":[{\"addSheet\":{\"properties\":{\"name\":\"x\"}}}]} | Unknown name \\\"name\\\" at 'requests[0].add_sheet.properties': Cannot find field.",
        "{\"requests\":[{\"deleteSheet\":{\"sheetId\":\"x\"}}]} | Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), \\\"x\\\"",
        "{\"requests\":[{\"repeatCell\":{\"range\":{\"sheetId\":0},\"cell\":{}}}]} | Invalid requests[0].repeatCell: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)"
      })
  void aBodyHasToBeWhatGoogleKnows(String body, String message)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = send("POST", "/v4/spreadsheets/" + id + ":batchUpdate", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(message).contains("\"INVALID_ARGUMENT\"");
  }

  @Test
  void rowsHaveToBeLists() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            "PUT",
            "/v4/spreadsheets/" + id + "/values/Data!A1?valueInputOption=RAW",
            "{\"values\":[\"x\"]}");

    assertThat(answer.body())
        .contains(
            "Invalid value at 'data.values[0]' (type.googleapis.com/google.protobuf.ListValue), \\\"x\\\"");
  }

  @Test
  void theAnswerShowsTheFieldsAskedForOnly() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(
            "GET",
            "/v4/spreadsheets/" + id + "?fields=sheets(properties(title,gridProperties/rowCount))",
            "");

    assertThat(answer.body())
        .isEqualTo(
            "{\"sheets\":[{\"properties\":{\"title\":\"Data\",\"gridProperties\":{\"rowCount\":10}}}]}");
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    String token =
        sheets.simulator.tokenFor(io.daybreak.simulators.access.GoogleServiceAccount.EMAIL);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sheets.simulator.url() + path))
            .header("Authorization", "Bearer " + token)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
