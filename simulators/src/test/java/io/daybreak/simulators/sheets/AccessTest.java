package io.daybreak.simulators.sheets;

import static io.daybreak.simulators.sheets.SheetsHarness.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.services.sheets.v4.SheetsScopes;
import com.google.auth.oauth2.ServiceAccountCredentials;
import io.daybreak.simulators.access.GoogleServiceAccount;
import io.daybreak.simulators.sheets.control.SpreadsheetOrder;
import io.daybreak.simulators.sheets.workbook.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {

  private SheetsHarness sheets;

  @BeforeEach
  void start() throws IOException {
    sheets = SheetsHarness.start(new SheetsOptions(0, 1, 3, 4));
  }

  @AfterEach
  void stop() {
    sheets.close();
  }

  @Test
  void anUnknownSpreadsheetIsNotFound() {
    GoogleJsonResponseException refusal = refusal(() -> sheets.titles("unknown"));

    assertThat(refusal.getStatusCode()).isEqualTo(404);
    assertThat(refusal.getDetails().getMessage()).isEqualTo("Requested entity was not found.");
  }

  @Test
  void aSpreadsheetThatIsNotSharedIsForbidden() {
    String id = sheets.simulator.create(new SpreadsheetOrder(null, null, Map.of(), null)).id();

    GoogleJsonResponseException refusal = refusal(() -> sheets.titles(id));

    assertThat(refusal.getStatusCode()).isEqualTo(403);
    assertThat(refusal.getDetails().getMessage()).isEqualTo("The caller does not have permission");
    assertThat(refusal.getDetails().getErrors().get(0).getReason()).isEqualTo("forbidden");
  }

  @Test
  void aReaderMayNotWrite() throws IOException {
    String id =
        sheets
            .simulator
            .create(
                new SpreadsheetOrder(
                    null, null, Map.of(GoogleServiceAccount.EMAIL, Role.READER), null))
            .id();

    assertThat(sheets.titles(id)).containsExactly("Sheet1");
    assertThat(refusal(() -> sheets.write(id, "Sheet1!A1", List.of(List.of("x")))).getStatusCode())
        .isEqualTo(403);
  }

  @Test
  void withoutATokenNobodyGetsAnything() {
    var nobody = SheetsHarness.client(sheets.simulator, request -> {});

    assertThat(refusal(() -> nobody.spreadsheets().get("any").execute()).getStatusCode())
        .isEqualTo(401);
  }

  @Test
  void anotherKeyThanTheAccountsGetsNoToken(@TempDir Path folder) throws IOException {
    Path file =
        new GoogleServiceAccount()
            .writeKeyFile(folder.resolve("key.json"), sheets.simulator.tokenUrl());
    var credentials =
        ServiceAccountCredentials.fromStream(Files.newInputStream(file))
            .createScoped(SheetsScopes.SPREADSHEETS);

    assertThatThrownBy(credentials::refreshAccessToken)
        .hasStackTraceContaining("Invalid JWT Signature.");
  }

  @Test
  void theFourthReadOfAUserWithinAMinuteIsBeyondTheQuota() throws IOException {
    String id = sheets.spreadsheet(10, 5);
    for (int call = 0; call < 3; call++) {
      sheets.titles(id);
    }

    GoogleJsonResponseException refusal = refusal(() -> sheets.titles(id));

    assertThat(refusal.getStatusCode()).isEqualTo(429);
    assertThat(refusal.getDetails().getMessage())
        .isEqualTo(
            "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:100000000001'.");
    assertThat(refusal.getContent())
        .contains(
            "\"quota_limit\": \"ReadRequestsPerMinutePerUser\"",
            "\"quota_limit_value\": \"3\"",
            "\"RESOURCE_EXHAUSTED\"");
    sheets.write(id, "Data!A1", List.of(List.of("writes are counted apart")));
  }

  @Test
  void theProjectsQuotaHoldsOverAllUsers() throws IOException {
    String id = sheets.spreadsheet(10, 5);
    String token = sheets.simulator.tokenFor("somebody@example.com");
    var somebody =
        SheetsHarness.client(
            sheets.simulator, request -> request.getHeaders().setAuthorization("Bearer " + token));
    for (int call = 0; call < 3; call++) {
      sheets.titles(id);
    }
    refusal(() -> somebody.spreadsheets().get(id).execute());

    GoogleJsonResponseException refusal = refusal(() -> somebody.spreadsheets().get(id).execute());

    assertThat(refusal.getContent())
        .contains("ReadRequestsPerMinutePerProject", "\"1/min/{project}\"");
  }
}
