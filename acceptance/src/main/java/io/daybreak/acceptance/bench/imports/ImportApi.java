package io.daybreak.acceptance.bench.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.simulators.naver.account.AccountSpec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** import-service as a marketer's front end calls it. */
final class ImportApi {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
  private static final int FAILED = 0;
  private static final int SUCCESS = 7;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI service;
  private final String token;

  ImportApi(URI service, String token) {
    this.service = service;
    this.token = token;
  }

  /** The newest run of a set. */
  record Status(int code, String failure) {

    boolean ended() {
      return code == FAILED || code == SUCCESS;
    }

    boolean succeeded() {
      return code == SUCCESS;
    }
  }

  /** Registers the account's key and asks for an import; answers the set's id. */
  String start(AccountSpec account, String format, String spreadsheet, int days)
      throws IOException, InterruptedException {
    String customer = Long.toString(account.customerId());
    JsonNode key =
        post(
            "/api/api-keys",
            Map.of(
                "name",
                "Key of " + customer,
                "accessLicense",
                account.licence(),
                "secretKey",
                account.secret(),
                "adAccounts",
                List.of(Map.of("customerId", customer, "name", "Account " + customer))));
    JsonNode accepted =
        post(
            "/api/raw-data",
            Map.of(
                "apiKeyId",
                key.path("id").asText(),
                "customerId",
                customer,
                "format",
                format,
                "spreadsheet",
                spreadsheet,
                "historyDays",
                days));
    return accepted.path("id").asText();
  }

  Status status(String set) throws IOException, InterruptedException {
    JsonNode status = body(http.send(statusRequest(set), BodyHandlers.ofString()));
    return new Status(status.path("code").asInt(), status.path("failureReason").asText());
  }

  /**
   * Waits until the newest run of a set has ended.
   *
   * @throws IOException if it failed
   */
  void awaitSuccess(String set) throws IOException, InterruptedException {
    Status status = status(set);
    while (!status.ended()) {
      TimeUnit.NANOSECONDS.sleep(LOOK_EVERY.toNanos());
      status = status(set);
    }
    if (!status.succeeded()) {
      throw new IOException("An import failed: " + status.failure());
    }
  }

  /** Asks without waiting; completes with the HTTP status. */
  CompletableFuture<Integer> ask(String set) {
    return http.sendAsync(statusRequest(set), BodyHandlers.discarding())
        .thenApply(HttpResponse::statusCode);
  }

  private HttpRequest statusRequest(String set) {
    return request("/api/raw-data/" + set + "/status").GET().build();
  }

  private JsonNode post(String path, Object body) throws IOException, InterruptedException {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    return body(http.send(request, BodyHandlers.ofString()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(service.resolve(path))
        .timeout(ANSWER_WITHIN)
        .header("Authorization", "Bearer " + token);
  }

  private static JsonNode body(HttpResponse<String> response) throws IOException {
    if (response.statusCode() >= 300) {
      throw new IOException("import-service answered " + response.statusCode());
    }
    return JSON.readTree(response.body());
  }
}
