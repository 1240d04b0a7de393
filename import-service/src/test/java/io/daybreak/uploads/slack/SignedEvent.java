package io.daybreak.uploads.slack;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;

/** Events as Slack delivers them. */
public final class SignedEvent {

  private SignedEvent() {}

  /** The body that tells of a file. */
  public static String fileShared(String eventId, String channel, String fileId, String user) {
    return """
        {"type":"event_callback","event_id":"%s",
         "event":{"type":"file_shared","channel_id":"%s","file_id":"%s","user_id":"%s"},
         "authorizations":[{"user_id":"UBOT","is_bot":true}]}"""
        .formatted(eventId, channel, fileId, user);
  }

  /**
   * Signs and delivers.
   *
   * @param timestamp seconds since 1970
   * @param retry 0 for the first attempt
   */
  public static ValidatableResponse deliver(String body, String timestamp, int retry) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return deliver(body, timestamp, SlackSignature.of(bytes, timestamp, "test-secret"), retry);
  }

  static ValidatableResponse deliver(String body, String timestamp, String signature, int retry) {
    var request =
        given()
            .contentType("application/json")
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", signature);
    if (retry > 0) {
      request.header("X-Slack-Retry-Num", retry).header("X-Slack-Retry-Reason", "http_timeout");
    }
    return request.body(body.getBytes(StandardCharsets.UTF_8)).post("/slack/events").then();
  }
}
