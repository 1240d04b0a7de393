package io.daybreak.stack.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybreak.simulators.access.Person;
import io.daybreak.simulators.access.TokenIssuer;
import io.daybreak.simulators.slack.Workspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** The operator has connected the sample's Slack channel with the marketer's organisation. */
final class SampleChannel {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

  private SampleChannel() {}

  /**
   * @param imports where import-service answers
   */
  static void connect(URI imports, TokenIssuer tokens) throws IOException, InterruptedException {
    JsonNode organisations =
        send(
            HttpRequest.newBuilder(imports.resolve("/api/organisations/import-service"))
                .header("Authorization", "Bearer " + tokens.tokenFor(Person.MARKETER)));
    String organisation = organisations.path(0).path("id").asText();
    send(
        HttpRequest.newBuilder(imports.resolve("/api/slack-channels/" + Workspace.CHANNEL))
            .header("Authorization", "Bearer " + tokens.tokenFor(Person.OPERATOR))
            .header("Content-Type", "application/json")
            .PUT(
                HttpRequest.BodyPublishers.ofString(
                    JSON.writeValueAsString(Map.of("organisationId", organisation)))));
  }

  private static JsonNode send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(request.timeout(ANSWER_WITHIN).build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IOException(
          "%s answered %d: %s"
              .formatted(answer.uri().getPath(), answer.statusCode(), answer.body()));
    }
    return JSON.readTree(answer.body());
  }
}
