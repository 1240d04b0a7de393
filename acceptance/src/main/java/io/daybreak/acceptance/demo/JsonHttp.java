package io.daybreak.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Plain calls with JSON, as any client of the product would make them. */
final class JsonHttp {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();

  /** A call was refused; the message is the server's. */
  static final class Refused extends RuntimeException {
    Refused(URI uri, int status, String body) {
      super("%s answered %d: %s".formatted(uri.getPath(), status, body));
    }
  }

  /**
   * @param token bearer token; empty for none
   */
  JsonNode get(URI uri, String token) throws IOException, InterruptedException {
    return send(uri, token, request(uri, token).GET());
  }

  JsonNode post(URI uri, String token, Object body) throws IOException, InterruptedException {
    return send(
        uri,
        token,
        request(uri, token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
  }

  private static HttpRequest.Builder request(URI uri, String token) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(ANSWER_WITHIN);
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private JsonNode send(URI uri, String token, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new Refused(uri, answer.statusCode(), answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
