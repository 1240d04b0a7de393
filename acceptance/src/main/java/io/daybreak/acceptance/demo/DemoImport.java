package io.daybreak.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.daybreak.simulators.access.Person;
import io.daybreak.stack.service.ServiceName;
import io.daybreak.stack.start.Sample;
import io.daybreak.stack.start.Stack;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** The marketer's side of an import: calls of import-service's API, nothing else. */
final class DemoImport {

  private static final int SUCCESS = 7;
  private static final int FAILED = 0;

  private final JsonHttp http;
  private final String api;
  private final String token;
  private final Sample sample;

  DemoImport(JsonHttp http, Stack stack) {
    this.http = http;
    this.api = stack.url(ServiceName.IMPORT) + "/api";
    this.token = stack.tokenFor(Person.MARKETER);
    this.sample = stack.outside().simulators().sample();
  }

  /** Registers the sample key; answers its id. */
  String registerKey() throws IOException, InterruptedException {
    return http.post(at("/api-keys"), token, sample.apiKey()).path("id").asText();
  }

  /** Asks for the import; the answer has the set's id and the plan. */
  JsonNode request(String apiKeyId, String format, int days)
      throws IOException, InterruptedException {
    return http.post(
        at("/raw-data"),
        token,
        Map.of(
            "apiKeyId",
            apiKeyId,
            "customerId",
            Long.toString(sample.account().customerId()),
            "format",
            format,
            "spreadsheet",
            sample.spreadsheetId(),
            "template",
            sample.templateId(),
            "historyDays",
            days));
  }

  JsonNode status(String id) throws IOException, InterruptedException {
    return http.get(at("/raw-data/" + id + "/status"), token);
  }

  static boolean succeeded(JsonNode status) {
    return status.path("code").asInt() == SUCCESS;
  }

  static boolean ended(JsonNode status) {
    return succeeded(status) || status.path("code").asInt() == FAILED;
  }

  private URI at(String path) {
    return URI.create(api + path);
  }
}
