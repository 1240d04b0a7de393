package io.daybreak.simulators.sheets;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.SheetsScopes;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetResponse;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.ValueRange;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.auth.oauth2.ServiceAccountCredentials;
import io.daybreak.simulators.access.GoogleServiceAccount;
import io.daybreak.simulators.sheets.control.SpreadsheetOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** A simulator and Google's client, which gets its token with a key file as sheet-service does. */
final class SheetsHarness implements AutoCloseable {

  final SheetsSimulator simulator;
  final Sheets client;

  private SheetsHarness(SheetsSimulator simulator, Sheets client) {
    this.simulator = simulator;
    this.client = client;
  }

  static SheetsHarness start(SheetsOptions options) throws IOException {
    GoogleServiceAccount account = new GoogleServiceAccount();
    SheetsSimulator simulator =
        SheetsSimulator.start(options, GoogleServiceAccount.EMAIL, account.publicKey());
    Path key = Files.createTempFile("service-account", ".json");
    try {
      account.writeKeyFile(key, simulator.tokenUrl());
      var credentials =
          ServiceAccountCredentials.fromStream(Files.newInputStream(key))
              .createScoped(SheetsScopes.SPREADSHEETS);
      return new SheetsHarness(
          simulator, client(simulator, new HttpCredentialsAdapter(credentials)));
    } finally {
      Files.delete(key);
    }
  }

  /** Without quotas in the way. */
  static SheetsHarness start() throws IOException {
    return start(new SheetsOptions(0, 1, 100_000, 100_000));
  }

  static Sheets client(SheetsSimulator simulator, HttpRequestInitializer initializer) {
    return new Sheets.Builder(new NetHttpTransport(), GsonFactory.getDefaultInstance(), initializer)
        .setRootUrl(simulator.url().toString())
        .setApplicationName("test")
        .build();
  }

  /** A spreadsheet with one tab "Data", id 0, of this size. */
  String spreadsheet(int rows, int columns) {
    var tab = new SpreadsheetOrder.TabOrder(0, "Data", rows, columns, null, null, null);
    return simulator.create(new SpreadsheetOrder(null, null, null, List.of(tab))).id();
  }

  BatchUpdateSpreadsheetResponse batch(String id, Request... requests) throws IOException {
    return client
        .spreadsheets()
        .batchUpdate(id, new BatchUpdateSpreadsheetRequest().setRequests(List.of(requests)))
        .execute();
  }

  void write(String id, String range, List<List<Object>> rows) throws IOException {
    client
        .spreadsheets()
        .values()
        .update(id, range, new ValueRange().setValues(rows))
        .setValueInputOption("RAW")
        .execute();
  }

  @Nullable List<List<Object>> read(String id, String range) throws IOException {
    return client
        .spreadsheets()
        .values()
        .get(id, range)
        .setValueRenderOption("UNFORMATTED_VALUE")
        .execute()
        .getValues();
  }

  List<String> titles(String id) throws IOException {
    return client
        .spreadsheets()
        .get(id)
        .setFields("sheets.properties.title")
        .execute()
        .getSheets()
        .stream()
        .map(sheet -> sheet.getProperties().getTitle())
        .toList();
  }

  /** The refusal of a call. */
  static GoogleJsonResponseException refusal(ThrowingCallable call) {
    return catchThrowableOfType(GoogleJsonResponseException.class, call);
  }

  /** The message of a call's refusal, as Google's client understands it. */
  static String message(ThrowingCallable call) {
    return refusal(call).getDetails().getMessage();
  }

  @Override
  public void close() {
    simulator.close();
  }
}
